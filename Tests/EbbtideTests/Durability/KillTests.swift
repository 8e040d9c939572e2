import Foundation
import Simulation
import Testing

/// Entries are acknowledged on the screen alone; what was read there must be in the record after a kill.
@Suite("Kills while entries are typed")
struct KillTests {
    /// Forty in an ordinary run; `EBBTIDE_KILLS=500` asks for more.
    static let kills = ProcessInfo.processInfo.environment["EBBTIDE_KILLS"].flatMap(Int.init) ?? 40
    /// Consoles of one session before another one is opened.
    static let killsPerSession = 20

    @Test("no entry that was read off the screen is lost by kills at random instants", arguments: 0..<2)
    func kills(lane: Int) throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("kills of lane \(lane): seed \(seed)")
        var dice = SeededChance(seed: seed)
        var ward = try Ward()
        var acknowledged = 0
        var session = ""
        var known: [TypedEntry] = []
        for kill in 0..<(Self.kills + lane) / 2 {
            if kill % Self.killsPerSession == 0 {
                ward = try Ward()
                session = try ward.openSession()
                known = []
            }
            let robber = try Robber(ward, session, from: kill * 100)
            let held = try robber.strike(afterAcknowledged: 3, within: Int.random(in: 0..<120, using: &dice))
            #expect(held.count >= 3)
            known += held
            acknowledged += held.count
            let lost = try missing(known, in: ward.log(session))
            #expect(lost.isEmpty, "seed \(seed), kill \(kill): lost \(lost)")
        }
        print(
            "kills of lane \(lane): \((Self.kills + lane) / 2) kills, \(acknowledged) acknowledged, none lost"
        )
    }

    #if DEBUG
        @Test("a console that shows entries before the disk has them loses one, and these tests notice it")
        func control() throws {
            let ward = try Ward()
            let session = try ward.openSession()
            ward.environment["EBBTIDE_FAULT"] = "paint-first"
            var hasLost = false
            for kill in 0..<5 where !hasLost {
                let held = try Robber(ward, session, from: kill * 100).strike(
                    afterAcknowledged: 3, within: 0)
                hasLost = try !missing(held, in: ward.log(session)).isEmpty
            }
            #expect(hasLost)
        }
    #endif

    private func missing(_ entries: [TypedEntry], in log: String) -> [String] {
        entries.filter { entry in !entry.traces.allSatisfy { log.contains($0) } }.map(\.shown)
    }
}

/// Something that a nurse types, how it is acknowledged in the timeline, and how the log holds it.
struct TypedEntry {
    var keys: String
    var shown: String
    var traces: [String]

    /// Every number gives another entry: a note or, each second time, a reading.
    init(_ number: Int) {
        if number.isMultiple(of: 2) {
            keys = "nmark \(number) of many<Enter>"
            shown = "“mark \(number) of many”"
            traces = ["\"mark \(number) of many\""]
        } else {
            let pulse = 55 + number / 2 % 40
            let saturation = 95 + number / 80 % 5
            keys = "122/78 \(pulse) \(saturation)<Enter>"
            shown = "BP 122/78  HR \(pulse)  SpO2 \(saturation)"
            traces = ["\"heartRate\":\(pulse),\"spo2\":\(saturation)"]
        }
    }
}

/// Types entries as fast as they are taken and kills the console without warning.
struct Robber {
    private let console: Console
    private let first: Int

    init(_ ward: Ward, _ session: String, from first: Int) throws {
        console = try ward.console("session", session)
        self.first = first
        try console.see("0-9 reading")
    }

    /// Gives what had been acknowledged on the screen when the console died.
    func strike(afterAcknowledged wanted: Int, within milliseconds: Int) throws -> [TypedEntry] {
        var number = first
        var typed: [TypedEntry] = []
        var acknowledged: Set<Int> = []
        func look() {
            for (index, entry) in typed.enumerated()
            where !acknowledged.contains(index) && console.sees(entry.shown) { acknowledged.insert(index) }
        }
        func typeNext() {
            typed.append(TypedEntry(number))
            console.type(TypedEntry(number).keys)
            number += 1
        }
        while acknowledged.count < wanted {
            typeNext()
            let count = typed.count
            guard
                console.reads(until: {
                    look()
                    return acknowledged.count == count
                })
            else { throw Console.NeverSeen(description: "entry \(count)\n\(console.text)") }
        }
        let deadline = Instant.now + Double(milliseconds) / 1000
        while Instant.now < deadline {
            if acknowledged.count == typed.count { typeNext() }
            console.read(waiting: 1)
            look()
        }
        console.process.send(SIGKILL)
        _ = console.end()
        look()
        return acknowledged.sorted().map { typed[$0] }
    }
}
