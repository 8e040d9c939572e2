import Foundation
import SessionCore
import Testing

@testable import Settings

struct DescriptionTests {
    @Test(
        "every number of a file is in its description: change one, and the text changes",
        arguments: ["iv-racemic", "esketamine"])
    func everyNumberIsDescribed(name: String) throws {
        let text = try Fixtures.text(name)
        let good = try ProtocolLibrary().load(name)
        let plain = good.describe()
        var seen = 0
        for match in text.matches(of: #/[:\[,] (\d+(\.\d+)?)/#) {
            guard let number = Double(match.1) else { continue }
            for changed in [number + 1, number - 1] {
                let digits = match.1.contains(".") ? "\(changed)" : "\(Int(changed))"
                let other = text.replacingCharacters(in: match.1.startIndex..<match.1.endIndex, with: digits)
                guard let different = try? ProtocolLibrary.parse(other, file: "x", name: name) else {
                    continue
                }
                guard different != good else { break }
                seen += 1
                #expect(different.describe() != plain, "not described: \(text[match.range]) in \(name)")
                break
            }
        }
        #expect(seen > 150)
    }

    @Test("the description names levels with their limits and units")
    func sample() throws {
        let page = try ProtocolLibrary().load("esketamine").describe()
        for line in [
            "esketamine, version 1: Esketamine, nasal devices of 28 mg",
            "  range                         28.0 to 84.0 mg, usually 56.0",
            "  level 2                       from 180/110, rise of 40/25 or mean +30 %",
            "  fever                         from 38.1, 39.1, none °C",
            "  minimum stay                  120 min from the last dose",
            "  c  chest-pain !               chest pain",
        ] {
            #expect(page.components(separatedBy: "\n").contains(line), "\(line)")
        }
        #expect(page.contains("T0+40*+ (-5...+10 min)"))
    }

    @Test("the JSON of a protocol can be read again")
    func json() throws {
        let careProtocol = try ProtocolLibrary().load("im-racemic")
        let again = try JSONDecoder().decode(CareProtocol.self, from: Data(careProtocol.json().utf8))
        #expect(again == careProtocol)
    }
}
