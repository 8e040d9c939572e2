import Canvas
import SessionCore

/// Draws the model as it stands at an instant and answers with the place of the cursor, `nil` when nothing is typed.
/// Nothing is computed here that the last message has not computed: only what flashes depends on the instant.
@discardableResult
public func view(_ model: Model, at moment: Moment, into surface: inout Surface) -> Point? {
    var background = SessionBackground()
    return view(model, at: moment, into: &surface, over: &background)
}

/// The same over a background that is kept from frame to frame, so that a key is answered sooner. The surface is blank.
@discardableResult
public func view(
    _ model: Model, at moment: Moment, into surface: inout Surface, over background: inout SessionBackground
) -> Point? {
    switch model.stage {
    case .home: return model.drawHome(into: &surface)
    case .form: return model.drawForm(into: &surface)
    case .replay:
        guard let scene = model.replayScene(at: moment, glyphs: surface.glyphs) else { return nil }
        return drawSession(scene, into: &surface, over: &background)
    case .instructor: return model.drawInstructor(into: &surface)
    case .debrief: return model.drawDebrief(into: &surface)
    case .bedside:
        guard let scene = model.scene(at: moment, glyphs: surface.glyphs) else {
            surface.put("this session cannot be shown; q leaves it", at: .origin, role: .critical)
            return nil
        }
        return drawSession(scene, into: &surface, over: &background)
    }
}
