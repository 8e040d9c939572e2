import Canvas
import SessionCore

/// Draws the model as it stands at an instant and answers with the place of the cursor, `nil` when nothing is typed.
/// Nothing is computed here that the last message has not computed: only what flashes depends on the instant.
@discardableResult
public func view(_ model: Model, at moment: Moment, into surface: inout Surface) -> Point? {
    switch model.stage {
    case .home: return model.drawHome(into: &surface)
    case .form: return model.drawForm(into: &surface)
    case .bedside:
        guard let scene = model.scene(at: moment, glyphs: surface.glyphs) else {
            surface.put("this session cannot be shown; q leaves it", at: .origin, role: .critical)
            return nil
        }
        return drawSession(scene, into: &surface)
    }
}
