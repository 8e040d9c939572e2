import Canvas
import ConsoleUI
import Dispatch
import SessionCore
import Testing

@testable import ebbtide

@Suite("The screen that is worked out while the disk writes")
struct ForesightTests {
    private let ward: Ward
    private let engine: Engine
    private let answered = DispatchSemaphore(value: 0)
    private let size = Size(columns: 120, rows: 40)

    /// A console on a running session, with a reading typed and not filed.
    init() throws {
        ward = try Ward()
        let place = try Place(
            options: try PlaceOptions.parse(["--practice", "--data", ward.data, "--config", ward.data]))
        let signal = answered
        let journal = try JournalClient(place: place) { signal.signal() }
        var clock = ConsoleClock()
        clock.hold()
        engine = Engine(Setup(mode: .practice), clock: clock, journal: journal) { signal.signal() }
        engine.send(.resized(size))
        engine.send(place.protocolsLoaded)
        engine.start()
        try type(Keys.opening(.injection))
        try type("132/84 78")
    }

    /// Types keys; the journal answers before the next one.
    private func type(_ keys: String) throws {
        for (_, step) in try Script(text: "type \(keys)\n", file: "keys").steps {
            guard case .keys(let keys) = step else { continue }
            for key in keys {
                engine.send(.key(key))
                while engine.model.isWaiting { takeAnswer() }
            }
        }
    }

    private func takeAnswer() {
        #expect(answered.wait(timeout: .now() + 60) == .success)
        engine.takeAnswers()
    }

    private var screen: Surface { engine.frame(size, .unicode).surface }

    /// The screen as the model alone has it.
    private var drawnAnew: Surface {
        var surface = Surface(size, glyphs: .unicode)
        _ = view(engine.model, at: engine.clock.now, into: &surface)
        return surface
    }

    private func isSaving(_ surface: Surface) -> Bool { surface.text.contains { $0.contains("saving…") } }

    @Test(
        "nothing of it is seen before the journal has answered; then it is what the console draws by itself")
    func shownWhenAnswered() {
        engine.send(.key(.enter))
        let saving = screen
        engine.foresee(size, .unicode)
        #expect(screen == saving)
        #expect(isSaving(screen))
        while engine.model.isWaiting { takeAnswer() }
        #expect(!isSaving(screen))
        #expect(screen == drawnAnew)
        #expect(engine.model.tokenAtJournal == nil)
    }

    @Test("what is typed meanwhile makes it void, and is not lost")
    func typedMeanwhile() {
        engine.send(.key(.enter))
        engine.foresee(size, .unicode)
        engine.send(.key(.character("9")))
        #expect(screen == drawnAnew)
        while engine.model.isWaiting { takeAnswer() }
        #expect(!isSaving(screen))
        #expect(screen.text.contains { $0.contains("entry ▸ 9") })
        #expect(screen == drawnAnew)
    }

    @Test("a refusal of the journal shows the typed line again, whatever was worked out")
    func refused() throws {
        engine.send(.key(.enter))
        engine.foresee(size, .unicode)
        let token = try #require(engine.model.tokenAtJournal)
        engine.send(.commitFailed(token: token, sentence: "the disk is full", mayBeStored: false))
        #expect(screen.text.contains { $0.contains("132/84 78") })
        #expect(screen.text.contains { $0.contains("the disk is full") })
        #expect(screen == drawnAnew)
    }
}
