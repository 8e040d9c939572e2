import Canvas
import SessionCore

/// Draws the session screen: one pure function of the scene and the surface's size.
/// - Returns: where the cursor belongs; `nil` while nothing is typed.
@discardableResult
public func drawSession(_ scene: SessionScene, into surface: inout Surface) -> Point? {
    var background = SessionBackground()
    return drawSession(scene, into: &surface, over: &background)
}

/// The same over a background that is kept from frame to frame. The surface is blank.
func drawSession(
    _ scene: SessionScene, into surface: inout Surface, over background: inout SessionBackground
) -> Point? {
    let typed = scene.entry?.lines(columns: surface.size.columns, on: surface) ?? EntryLines()
    let layout = Layout(size: surface.size, demand: Layout.Demand(scene, typed))
    let view = SessionView(scene: scene, layout: layout, entryLines: typed)
    background.draw(view, on: &surface)
    view.drawLive(on: &surface)
    view.drawBar(on: &surface)
    view.drawScrubBar(on: &surface)
    view.drawRoom(on: &surface)
    view.drawPanel(on: &surface)
    return view.drawEntry(on: &surface)
}

/// A scene with the places of its parts. Each part is drawn by a function of its own.
struct SessionView {
    let scene: SessionScene
    let layout: Layout
    /// What is said of the typed line, as lines of this width.
    let entryLines: EntryLines

    var picture: Picture { scene.picture }

    /// Everything that does not change while somebody types and the journal writes.
    func drawBackground(on surface: inout Surface) {
        drawStatus(on: &surface)
        drawPressure(on: &surface)
        drawVitals(on: &surface)
        drawDose(on: &surface)
        drawPhase(on: &surface)
        drawEmergency(on: &surface)
        drawTechnical(on: &surface)
        drawAlarms(on: &surface)
        drawTrend(on: &surface)
        drawAxis(on: &surface)
        drawLegend(on: &surface)
        drawList(on: &surface)
    }

    /// Claims a part's place; answers whether there is any.
    func claim(_ rect: Rect, _ name: String, on surface: inout Surface) -> Bool {
        guard !rect.isEmpty else { return false }
        surface.claim(rect, name)
        return true
    }
}

extension Layout.Demand {
    /// What a scene asks of the layout.
    init(_ scene: SessionScene, _ typed: EntryLines) {
        let latest = scene.picture.latest
        let rare: [Vital] = [.temperature, .endTidalCO2, .meanPressure]
        gridRows = rare.contains { latest[$0] != nil } ? 4 : 3
        alarms = scene.picture.alarms.count
        isPractice = scene.modeWord.isPractice
        hasEmergency = scene.picture.emergency != nil
        technical = scene.technicalSentences.count
        hasLive = scene.replay?.live != nil
        hasRoom = scene.room != nil
        hasHint = scene.room?.hint != nil
        isEntryOpen = scene.entry != nil
        if scene.entry != nil { entryRows = 1 + typed.readBack.count + max(1, typed.advice.count) }
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
