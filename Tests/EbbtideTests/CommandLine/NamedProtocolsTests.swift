import SessionCore
import Testing

@testable import ebbtide

@Suite("Care protocols that logs name")
struct NamedProtocolsTests {
    @Test("one is read once, however many sessions run under it; so is one that does not exist")
    func readOnce() {
        let protocols = NamedProtocols()
        var asked: [String] = []
        for name in ["im-racemic", "none", "im-racemic", "none", "iv-racemic"] {
            let found = protocols.resolve(name) {
                asked.append($0)
                return nil
            }
            #expect(found == nil)
        }
        #expect(asked == ["im-racemic", "none", "iv-racemic"])
    }
}
