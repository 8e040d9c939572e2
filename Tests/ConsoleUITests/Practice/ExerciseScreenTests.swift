import Canvas
import SessionCore
import Simulation
import Testing

@testable import ConsoleUI

struct ExerciseScreenTests {
    @Test("nothing runs before the handover was read; then the simulated clock runs with the wall")
    func handoverFirst() throws {
        var trainee = try Trainee("pressure-crisis", takesOver: false)
        let before = trainee.simulated
        trainee.wait(30)
        #expect(trainee.simulated == before)
        #expect(trainee.screen.contains("SIMULATION 1x STOPPED"))
        #expect(trainee.screen.contains("Room 3, first session, ketamine 40 mg"))
        trainee.type("t")
        trainee.wait(30)
        #expect(trainee.simulated == before + .seconds(30))
    }

    @Test("the simulation stops, runs up to 60 times as fast, and a stop of it is no pause of the infusion")
    func clocks() throws {
        var trainee = try Trainee("pressure-excursion")
        let begin = trainee.simulated
        trainee.type("<Space>")
        trainee.wait(20)
        #expect(trainee.simulated == begin)
        #expect(!trainee.stored.contains { $0.body.kind == .infusionPaused })
        #expect(trainee.model.picture?.administration.stage == .running)
        trainee.type("<Space>]]]]]]]]]")
        trainee.wait(2)
        #expect(trainee.simulated == begin + .seconds(120))
        #expect(trainee.screen.contains("SIMULATION 60x runs"))
        #expect(trainee.screen.contains("wall 09:00:22"))
    }

    @Test("one minute on is a minute, or the moment before it at which somebody is heard")
    func minuteOn() throws {
        var trainee = try Trainee("missed-checkpoints")
        let begin = trainee.simulated
        trainee.type(".....")
        #expect(trainee.simulated == begin + .minutes(5))
        // The telephone rings 5 min 0 s after the handover, at T0+29.
        trainee.type(".")
        #expect(trainee.simulated == begin + .minutes(6))
        #expect(trainee.screen.contains("The telephone rings"))
    }

    @Test("to measure is an action: the monitor shows nothing before the cuff was started and has deflated")
    func cuff() throws {
        var trainee = try Trainee("wrong-entry")
        #expect(trainee.screen.contains("cuff --/--"))
        trainee.type("v")
        trainee.wait(10)
        #expect(trainee.screen.contains("cuff inflating 10s"))
        trainee.type("v")
        #expect(trainee.screen.contains("cuff is not possible now: the cuff is inflating"))
        trainee.wait(50)
        let pressure = try #require(trainee.model.practice?.exercise.monitor.pressure?.pressure)
        #expect(trainee.screen.contains("cuff \(pressure.systolic)/\(pressure.diastolic) "))
        // What the monitor shows is not in the record until it is typed.
        #expect(trainee.model.picture?.latest[.systolic]?.value == 182)
        trainee.type("\(pressure.systolic)/\(pressure.diastolic)<Enter>")
        #expect(trainee.model.picture?.latest[.systolic]?.value == pressure.systolic)
    }

    @Test("every deed has its command, its words and, in its sort, a key of its own")
    func deeds() {
        for deed in RoomDeed.allCases {
            #expect(CommandTable.named(deed.rawValue)?.help.contains(deed.help) == true)
        }
        for sort in RoomSort.allCases {
            let keys = RoomDeed.allCases.filter { $0.sort == sort }.map(\.menuKey)
            #expect(Set(keys).count == keys.count, "\(sort)")
        }
    }

    @Test("a deed of the menu reaches the room and its answer the screen")
    func menu() throws {
        var trainee = try Trainee("wrong-entry")
        trainee.type("raf")
        #expect(trainee.model.practice?.exercise.log.room.deeds.map(\.deed) == [.askFeeling])
        trainee.wait(12)
        #expect(trainee.screen.contains("patient: "))
    }

    @Test("however small the screen, it says PRACTICE, or as much of the word as it can hold")
    func watermark() throws {
        var trainee = try Trainee("wrong-entry")
        for keys in ["", "1", "<Esc>?", "<Esc>r", "<Esc>e"] {
            trainee.type(keys)
            for (columns, rows) in [(40, 12), (20, 6), (14, 2), (12, 1), (9, 3), (4, 1)] {
                trainee.size = Size(columns: columns, rows: rows)
                let word = "PRACTICE".prefix(columns)
                #expect(trainee.screen.contains(word), "\(columns)×\(rows) after \(keys): \(trainee.screen)")
            }
        }
    }

    @Test("a real session knows no room: its keys do nothing there and the help does not list them")
    func noRoomInRealSessions() throws {
        let robot = try Robot()
        #expect(robot.model.existing(CommandTable.practice).allSatisfy { !$0.isPractice })
        let help = Finder(isHelp: true).hits(robot.model)
        #expect(!help.contains { $0.isPractice })
    }

    @Test("first fact, mode word and every fact say practice")
    func practiceEverywhere() throws {
        var trainee = try Trainee("vomiting")
        trainee.type("nwatching<Enter>")
        #expect(trainee.stored.count > 3 && trainee.stored.allSatisfy { $0.mode == .practice })
        #expect(trainee.stored.first?.body.kind == .sessionOpened)
        #expect(trainee.screen.hasPrefix("//PRACTICE//"))
        #expect(trainee.stored.map(\.sequence) == Array(1...trainee.stored.count))
    }

    @Test("what is heard is read on a screen of 40×12 as long as it is new: it may be all the alarm there is")
    func heardOnTheSmallest() throws {
        var trainee = try Trainee("laryngospasm")
        trainee.size = Size(columns: 40, rows: 12)
        trainee.send(.resized(trainee.size))
        trainee.wait(230)
        #expect(!trainee.screen.contains("crowing"))
        trainee.wait(20)
        #expect(trainee.screen.contains("A high crowing sound"))
        trainee.wait(60)
        #expect(trainee.screen.contains("SIMULATION"))
    }

    @Test("the room covers nothing, at any size, with and without a panel")
    func sizes() throws {
        var trainee = try Trainee("laryngospasm")
        trainee.type("h")
        for keys in ["", "r", "<Esc>1", "<Esc>e"] {
            trainee.type(keys)
            for columns in stride(from: 0, through: 160, by: 20) {
                for rows in stride(from: 0, through: 50, by: 5) {
                    trainee.size = Size(columns: columns, rows: rows)
                    #expect(trainee.surface.overlaps.isEmpty, "\(columns)x\(rows) \(keys)")
                }
            }
        }
    }

    @Test(
        "on 80×24 the strip has monitor, clocks and the newest words, and alarm, clock and mode stand as always"
    )
    func smallScreen() throws {
        var trainee = try Trainee("wrong-entry")
        trainee.size = Size(columns: 80, rows: 24)
        trainee.wait(12)
        let screen = trainee.screen
        for words in [
            "//PRACTICE//", "T0+0:21:12", "SIMULATION 1x runs", "cuff --/--", "It is like lying on water",
        ] {
            #expect(screen.contains(words), "\(words)\n\(screen)")
        }
    }
}
