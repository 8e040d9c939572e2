import Canvas
import SessionCore

/// Draws the session screen: one pure function of the scene and the surface's size.
/// - Returns: where the cursor belongs; `nil` while nothing is typed.
@discardableResult
public func drawSession(_ scene: SessionScene, into surface: inout Surface) -> Point? {
    let layout = Layout(size: surface.size, demand: Layout.Demand(scene))
    let view = SessionView(scene: scene, layout: layout)
    view.drawStatus(on: &surface)
    view.drawDue(on: &surface)
    view.drawPressure(on: &surface)
    view.drawVitals(on: &surface)
    view.drawDose(on: &surface)
    view.drawPhase(on: &surface)
    view.drawEmergency(on: &surface)
    view.drawTechnical(on: &surface)
    view.drawAlarms(on: &surface)
    view.drawTrend(on: &surface)
    view.drawAxis(on: &surface)
    view.drawLegend(on: &surface)
    view.drawList(on: &surface)
    view.drawBar(on: &surface)
    let typed = view.drawEntry(on: &surface)
    let inPanel = view.drawPanel(on: &surface)
    return inPanel ?? typed
}

/// A scene with the places of its parts. Each part is drawn by a function of its own.
struct SessionView {
    let scene: SessionScene
    let layout: Layout

    var picture: Picture { scene.picture }

    /// Claims a part's place; answers whether there is any.
    func claim(_ rect: Rect, _ name: String, on surface: inout Surface) -> Bool {
        guard !rect.isEmpty else { return false }
        surface.claim(rect, name)
        return true
    }
}

extension Layout.Demand {
    /// What a scene asks of the layout.
    init(_ scene: SessionScene) {
        let latest = scene.picture.latest
        let rare: [Vital] = [.temperature, .endTidalCO2, .meanPressure]
        gridRows = rare.contains { latest[$0] != nil } ? 4 : 3
        alarms = scene.picture.alarms.count
        hasEmergency = scene.picture.emergency != nil
        technical = scene.technicalSentences.count
        isEntryOpen = scene.entry != nil
        if let entry = scene.entry {
            entryRows = entry.advice.isEmpty && scene.notice == nil ? 2 : 3
        }
        panelRows = scene.panel.map(\.rows.count)
    }
}

extension SessionScene {
    /// Technical alarms with the reason why the disk refused, where nobody said it yet.
    var technicalSentences: [String] {
        guard case .failed(let sentence) = saving, !technicalAlarms.contains(sentence) else {
            return technicalAlarms
        }
        return technicalAlarms.isEmpty ? ["not saved: " + sentence] : technicalAlarms
    }
}
