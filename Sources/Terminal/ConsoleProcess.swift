import CTerminal
import Glibc

/// What the whole process needs before anything else happens.
public enum ConsoleProcess {
    /// Makes the process fit for private data and a terminal: files for the owner alone, no core dumps, broken pipes
    /// and file size limits as errors instead of death, crashes that restore the terminal and then die of their cause,
    /// and signals held back until a session waits for them. To be called first thing in `main`, before any thread
    /// exists.
    /// - Parameter keepingSize: leaves LINES and COLUMNS in the environment, which freeze the screen's size.
    public static func prepare(keepingSize: Bool = false) { ct_prepare(keepingSize) }

    /// Lets signals do what they do to any program, for a command that shows no screen: nobody would be told of them. To be
    /// called before any thread exists.
    public static func letSignalsThrough() { ct_release_signals() }

    /// Gives the memory back that holds the program's code. Most of it was needed for the start alone; the rest comes
    /// back as it is used, which takes a few milliseconds altogether. To be called once nobody waits for anything.
    public static func hasStarted() { ct_release_code() }

    /// Lets a thread run that was just woken on this processor and would otherwise wait until this one sleeps.
    public static func stepAside() { sched_yield() }
}

/// TERM, or an empty text.
var environmentType: String { getenv("TERM").map { String(cString: $0) } ?? "" }
