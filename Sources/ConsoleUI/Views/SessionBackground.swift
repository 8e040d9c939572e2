import Canvas
import Review
import SessionCore

/// What of the session screen does not change while somebody types and the journal writes, kept from frame to frame: a key is then answered by
/// drawing the line that it was typed into and not the whole screen once more. It can only ever be what the same scene
/// would draw again; without it every frame is drawn whole.
public struct SessionBackground: Sendable {
    /// Everything that the background is drawn from. A picture follows from a session's facts, which only grow, and an
    /// instant: session, count and clocks say which picture it is.
    fileprivate struct Key: Equatable {
        var size: Size
        var glyphs: GlyphSet
        var layout: Layout
        var session: SessionID
        var facts: Int
        var now: SessionTime
        var wall: WallTime
        var asksTime: Bool
        var modeWord: ModeWord
        var highFlash: Bool
        var mediumFlash: Bool
        var audio: AudioState
        var technical: [String]
        var scrollBack: Int
        var selected: Int?
        var knowledge: Knowledge?
        var replayCount: Int?
    }

    private var key: Key?
    private var surface: Surface?
    /// The same with the line of what is due, which says how the last entry stands too.
    private var withDue: (saving: SavingState, surface: Surface)?

    /// Nothing kept yet.
    public init() {}

    /// Draws the background of a view: the kept one when nothing in it has changed.
    mutating func draw(_ view: SessionView, on target: inout Surface) {
        let now = Key(view, on: target)
        if now == key, let surface {
            if let withDue, withDue.saving == view.scene.saving {
                target = withDue.surface
                return
            }
            target = surface
        } else {
            view.drawBackground(on: &target)
            key = now
            surface = target
        }
        view.drawDue(on: &target)
        withDue = (view.scene.saving, target)
    }
}

extension SessionBackground.Key {
    fileprivate init(_ view: SessionView, on surface: Surface) {
        let scene = view.scene
        self.init(
            size: surface.size, glyphs: surface.glyphs, layout: view.layout, session: scene.picture.session,
            facts: scene.picture.timeline.count, now: scene.picture.now, wall: scene.picture.wall,
            asksTime: scene.picture.asksTimeConfirmation, modeWord: scene.modeWord,
            highFlash: scene.highFlash,
            mediumFlash: scene.mediumFlash, audio: scene.audio, technical: scene.technicalSentences,
            scrollBack: scene.scrollBack, selected: scene.selected, knowledge: scene.replay?.knowledge,
            replayCount: scene.replay?.count)
    }
}
