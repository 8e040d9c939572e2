import Canvas

extension CommandTable {
    /// What a reviewer does with a record beside going about in it.
    static let reviewing: [Command] = [
        Command(
            "measures", [.character("m"), .character("M")], "review",
            "What happened and what can be counted from it, with the facts behind each line.", in: [.replay]
        ) { $0.openList(.review) },
        Command(
            "nextBehind", [.enter], "fact behind",
            "Go to the next fact behind the chosen line of the review.",
            in: [.replay], whyNot: { $0.whyNoTrail }
        ) { $0.stepTrail(by: 1) },
        Command(
            "previousBehind", [.backspace], "fact before",
            "Go back to the fact before, of those behind the chosen line.", in: [.replay],
            whyNot: { $0.whyNoTrail }
        ) { $0.stepTrail(by: -1) },
        Command(
            "comment", [.character("w")], "comment",
            "Pin a comment to this moment; it is kept beside the record, not in it.", in: [.replay],
            whyNot: { $0.whyNoComment }
        ) { $0.beginComment() },
        Command(
            "comments", [.character("l")], "comments", "List the comments and go to one.", in: [.replay],
            whyNot: {
                $0.whyNoComment
                    ?? ($0.replay?.comments.isEmpty == false ? nil : "none was written; w writes one")
            }
        ) { $0.openList(.comments) },
    ]

    /// The ways to a review from where a session is chosen or looked at.
    static let reviews: [Command] = [
        Command(
            "review", [.character("m"), .character("M")], "review",
            "Replay the chosen session and open its review.", in: [.home],
            whyNot: { $0.home.chosen == nil ? "there is no session yet; n opens one" : nil }
        ) { model in
            guard let chosen = model.home.chosen else { return [] }
            model.awaited = chosen.id
            model.wantsReview = true
            return [.loadRecord(chosen.id)]
        },
        Command(
            "reviewRecord", [.character("M")], "review",
            "Play the session back and open its review: what happened, and the measures.", in: [.bedside],
            whyNot: { $0.whyNoLookBack }
        ) { model in
            let effects = model.lookBack()
            return model.stage == .replay ? effects + model.openList(.review) : effects
        },
    ]
}

extension Model {
    /// Why there is no fact to step to; `nil` when there is one.
    var whyNoTrail: String? {
        replay?.trail?.row.behind.isEmpty == false ? nil : "choose a line of the review first, with m"
    }
}
