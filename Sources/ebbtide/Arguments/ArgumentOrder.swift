extension Ebbtide {
    /// The arguments with the options of the place behind the command that they belong to: a person types them before it
    /// as well, as in `ebbtide --data FOLDER sessions`. Without a command nothing is moved.
    static func inOrder(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        while let option = rest.first {
            let takesValue = option == "--data" || option == "--config"
            guard
                takesValue || option == "--practice" || option.hasPrefix("--data=")
                    || option.hasPrefix("--config=")
            else { break }
            rest = rest.dropFirst(takesValue ? 2 : 1)
        }
        let commands = configuration.subcommands.map { $0.configuration.commandName }
        guard let command = rest.first, commands.contains(command) else { return arguments }
        return Array(rest + arguments[..<rest.startIndex])
    }
}
