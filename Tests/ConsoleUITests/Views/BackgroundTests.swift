import Canvas
import SessionCore
import Testing

@testable import ConsoleUI

@Suite("The background that is kept between two keys")
struct BackgroundTests {
    private func drawn(_ scene: SessionScene, over background: inout SessionBackground) -> [String] {
        var surface = Surface(Size(columns: 120, rows: 40))
        _ = drawSession(scene, into: &surface, over: &background)
        return surface.text + surface.roles
    }

    private func fresh(_ scene: SessionScene) -> [String] {
        var background = SessionBackground()
        return drawn(scene, over: &background)
    }

    @Test("every story drawn over the background of every other is what it is when drawn alone")
    func neverAnotherSession() throws {
        // The stories share a session's name, which real ones never do.
        let scenes = try Pictures.all().enumerated().map { index, story in
            var picture = story.picture
            picture.session = try #require(SessionID("story-\(index)"))
            return Pictures.scene(picture)
        }
        for first in scenes {
            for second in scenes {
                var background = SessionBackground()
                _ = drawn(first, over: &background)
                #expect(drawn(second, over: &background) == fresh(second))
            }
        }
    }

    @Test("typing over a kept background gives the screen that drawing everything anew gives")
    func typing() throws {
        var scene = Pictures.scene(try Pictures.quiet())
        var background = SessionBackground()
        for text in ["1", "13", "132", "132/", "132/8", "132/84", ""] {
            scene.entry = text.isEmpty ? nil : EntryScene(prompt: "entry", text: text, cursor: text.count)
            #expect(drawn(scene, over: &background) == fresh(scene))
        }
    }

    @Test("a second later, one fact more, or another theme of saving is drawn anew")
    func changes() throws {
        var scene = Pictures.scene(try Pictures.quiet())
        var background = SessionBackground()
        _ = drawn(scene, over: &background)
        scene.picture.wall = scene.picture.wall.advanced(byMilliseconds: 1000)
        scene.picture.now = scene.picture.now + .seconds(1)
        #expect(drawn(scene, over: &background) == fresh(scene))
        scene.saving = .failed("the disk is full")
        #expect(drawn(scene, over: &background) == fresh(scene))
        // A picture that changed without its clocks or its facts does not exist; it would not be seen.
        scene.picture.nurse = "ZZ"
        scene.picture.patient.label = "somebody else"
        #expect(drawn(scene, over: &background) != fresh(scene))
    }
}
