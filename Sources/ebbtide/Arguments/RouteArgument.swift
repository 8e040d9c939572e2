import ArgumentParser
import SessionCore

extension Route: ExpressibleByArgument {
    /// A route as it stands in the record; `in` is short for the racemic spray.
    public init?(argument: String) {
        self.init(rawValue: argument == "in" ? Route.nasalRacemic.rawValue : argument)
    }
}
