import Foundation
import Testing

@Suite("Hostile text")
struct HostileTextTests {
    /// Text that would write to the clipboard, set a title, turn the line round or hide something.
    static let samples = [
        "\u{1B}]52;c;aGk=\u{7}x", "\u{1B}[2J\u{1B}[31mred", "\u{9B}31mred", "\u{1B}Pq\u{1B}\\x", "a\r\nb\tc",
        "abc\u{8}\u{8}\u{8}xyz", "\u{202E}txet\u{202C}", "zero\u{200B}width\u{200D}", "\u{FEFF}bom",
        "soft\u{AD}hyphen", "e" + String(repeating: "\u{301}", count: 200), "\u{0}nul", "\u{2028}line",
        "\u{E000}private", "tag\u{E0041}",
    ]

    @Test("a log from elsewhere never reaches the terminal raw: label, notes and reasons", arguments: samples)
    func imported(sample: String) throws {
        let ward = try Ward()
        let label = "Harmless Label"
        let session = try ward.openSession(label: label)
        var text = try ward.play("type <Enter>ynharmless note<Enter>\n").errors
        #expect(text == "")
        let quoted = String(decoding: try JSONEncoder().encode(sample), as: UTF8.self).dropFirst().dropLast()
        text = try ward.log(session)
        #expect(text.contains("harmless note"))
        text = text.replacingOccurrences(of: label, with: quoted)
            .replacingOccurrences(of: "harmless note", with: quoted)
            .replacingOccurrences(of: session, with: "20260101-hostile")
        let elsewhere = try Ward()
        let file = elsewhere.folder + "/hostile.jsonl"
        try text.write(toFile: file, atomically: false, encoding: .utf8)
        let outcomes = try [
            elsewhere.run("import", file), elsewhere.run("sessions"), elsewhere.run("assess", file),
        ]
        for outcome in outcomes {
            let said = (outcome.output + outcome.errors).unicodeScalars
            #expect(said.filter { $0 != "\n" && !isHarmless($0) }.isEmpty, "\(said)")
        }
        try draws(sample, elsewhere, accepted: outcomes[0].ending == .exit(0))
    }

    private func draws(_ sample: String, _ ward: Ward, accepted: Bool) throws {
        let console = try ward.console(columns: 120, rows: 40)
        try console.see("new session")
        if accepted {
            try console.see("UNFINISHED")
            console.type("<Enter>y")
            try console.see("0-9 reading")
        }
        #expect(console.foreign == [])
        let raw = Data(sample.utf8)
        #expect(sample.hasPrefix("e") || Data(console.sent).range(of: raw) == nil)
    }

    @Test("what is pasted into a field never reaches the terminal raw", arguments: samples)
    func pasted(sample: String) throws {
        let ward = try Ward()
        let console = try ward.console("session", try ward.openSession())
        try console.see("0-9 reading")
        console.type("n\u{1B}[200~\(sample)\u{1B}[201~")
        console.type("the end")
        try console.see("the end")
        console.type("<Enter>")
        console.read(waiting: 200)
        #expect(console.foreign == [])
        #expect(console.process.ending() == nil)
    }

    @Test("the control: the same texts sent raw are noticed", arguments: samples[2...3] + samples[6...9])
    func control(sample: String) throws {
        let ward = try Ward()
        let raw = try Console(
            ["printf", "%s", sample], environment: ward.environment, columns: 80, rows: 24, controls: true)
        #expect(raw.end() == .exit(0))
        #expect(raw.reads(within: 2) { !raw.foreign.isEmpty })
    }

    private func isHarmless(_ sign: Unicode.Scalar) -> Bool {
        switch sign.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
