import Canvas
import SessionCore
import Testing

@testable import ebbtide

@Suite("Script files")
struct ScriptTests {
    @Test("a script is read line by line, with comments and blank lines passed over")
    func steps() throws {
        let script = try Script(
            text: "# start\n\ntype 132/84<Enter>\npass 1h30m\nsize 80x24\nscreen out.txt\n", file: "demo")
        #expect(
            script.steps.map(\.step) == [
                .keys([
                    .character("1"), .character("3"), .character("2"), .character("/"), .character("8"),
                    .character("4"), .enter,
                ]), .pass(.minutes(90)), .size(Size(columns: 80, rows: 24)), .screen("out.txt"),
            ])
        #expect(script.movesClock)
    }

    @Test(
        "a line that is no step is named with file and line",
        arguments: ["jump 5m", "type <Nothing>", "pass 5", "pass 9999999h", "size 80", "clock tomorrow"])
    func refused(line: String) {
        let error = #expect(throws: Failure.self) { try Script(text: "type a\n\(line)\n", file: "demo") }
        #expect(error?.sentence.hasPrefix("demo:2: ") == true)
        #expect(error?.status == .badData)
    }
}
