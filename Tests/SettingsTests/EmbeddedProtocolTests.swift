import SessionCore
import Testing

@testable import Settings

struct EmbeddedProtocolTests {
    @Test("every embedded protocol is valid", arguments: ProtocolLibrary().names)
    func everyEmbeddedProtocolIsValid(name: String) throws {
        let careProtocol = try ProtocolLibrary().load(name)
        #expect(careProtocol.name == name)
    }
}
