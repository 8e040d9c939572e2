import Foundation
import SessionCore
import Testing

@testable import Settings

struct EmbeddedProtocolTests {
    @Test("every protocol file of the repository is embedded, and nothing else")
    func everyFileIsEmbedded() throws {
        let embedded = EmbeddedFiles.protocols.map(\.name)
        #expect(Set(embedded) == (try Fixtures.names(in: "Sources/Settings/Protocols")))
        #expect(Set(embedded).count == embedded.count)
    }

    @Test("an embedded protocol has the numbers that the rules are tested with", arguments: TestProtocols.all)
    func numbersAreThoseOfTheRules(expected: CareProtocol) throws {
        var actual = try ProtocolLibrary().load(expected.name)
        actual.symptoms = expected.symptoms
        actual.actions = expected.actions
        #expect(actual.dose == expected.dose)
        #expect(actual.schedule == expected.schedule)
        #expect(actual.gate == expected.gate)
        #expect(actual.pressure == expected.pressure)
        #expect(actual.parameters == expected.parameters)
        #expect(actual.recheck == expected.recheck)
        #expect(actual.alarms == expected.alarms)
        #expect(actual.entry == expected.entry)
        #expect(actual.subsidence == expected.subsidence)
        #expect(actual.discharge == expected.discharge)
        #expect(actual.timers == expected.timers)
        #expect(actual.intensive == expected.intensive)
        #expect(actual == expected)
    }

    @Test(
        "every symptom and action of the tests is in the lists, with its meaning",
        arguments: TestProtocols.all)
    func listsHoldThoseOfTheRules(expected: CareProtocol) throws {
        let actual = try ProtocolLibrary().load(expected.name)
        for symptom in expected.symptoms {
            let own = try #require(actual.symptoms.first { $0.code == symptom.code })
            #expect(own.meaning == symptom.meaning && own.redFlag == symptom.redFlag, "\(symptom.code)")
        }
        for action in expected.actions {
            let own = try #require(actual.actions.first { $0.code == action.code })
            #expect(own.meaning == action.meaning && own.orderedBy == action.orderedBy, "\(action.code)")
        }
    }

    @Test("the four protocols have the same lists, and each route has its protocol")
    func listsAreEqual() throws {
        let first = try ProtocolLibrary().load("iv-racemic")
        for route in Route.allCases {
            let careProtocol = try ProtocolLibrary().load(ProtocolLibrary.defaultName(for: route))
            #expect(careProtocol.route == route)
            #expect(careProtocol.symptoms == first.symptoms)
            #expect(careProtocol.actions == first.actions)
        }
    }

    @Test("a protocol written as JSON and read again is the same", arguments: ProtocolLibrary().names)
    func jsonRoundTrip(name: String) throws {
        let careProtocol = try ProtocolLibrary().load(name)
        let again = try JSONDecoder().decode(CareProtocol.self, from: JSONEncoder().encode(careProtocol))
        #expect(again == careProtocol)
    }

    @Test("a clinic's own file takes the place of the embedded one, and adds new ones")
    func ownFileOverrides() throws {
        try Fixtures.withFolder { folder in
            let text = try Fixtures.text("iv-racemic")
            let own = text.replacingOccurrences(of: "version: 1", with: "version: 7")
            try Fixtures.write(own, to: "\(folder)/protocols/iv-racemic.yaml")
            let renamed = text.replacingOccurrences(of: "name: iv-racemic", with: "name: iv-ward-3")
            try Fixtures.write(renamed, to: "\(folder)/protocols/iv-ward-3.yaml")
            let library = ProtocolLibrary(configurationFolder: folder)
            #expect(try library.load("iv-racemic").version == 7)
            #expect(try library.load("esketamine").version == 1)
            #expect(try library.load("iv-ward-3").route == .infusion)
            #expect(library.names == ["iv-racemic", "im-racemic", "in-racemic", "esketamine", "iv-ward-3"])
        }
    }

    @Test("a clinic's own file that is wrong is an error; the embedded one does not step in")
    func wrongOwnFileIsAnError() throws {
        try Fixtures.withFolder { folder in
            let path = "\(folder)/protocols/iv-racemic.yaml"
            try Fixtures.write("name: iv-racemic\n", to: path)
            let error = #expect(throws: SettingsError.self) {
                try ProtocolLibrary(configurationFolder: folder).load("iv-racemic")
            }
            #expect(error?.file == path)
            try Fixtures.write("", to: path)
            let empty = #expect(throws: SettingsError.self) {
                try ProtocolLibrary(configurationFolder: folder).load("iv-racemic")
            }
            #expect(empty?.sentence == "The file is empty; it must hold keys and values.")
        }
    }

    @Test(
        "a name that could leave the folder is refused",
        arguments: ["../iv", "a/b", "", ".", "IV", "iv.yaml"])
    func namesStayInside(name: String) {
        #expect(throws: SettingsError.self) { try ProtocolLibrary(configurationFolder: "/tmp").load(name) }
    }
}
