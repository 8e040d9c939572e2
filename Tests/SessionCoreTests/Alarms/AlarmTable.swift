/// The rows of ``AlarmTableTests``, each a state, an event, and the answer with the state after it. A worse level and a higher
/// priority break an acknowledgement; medium and high stay until somebody acknowledges them, low does not; only level 1
/// can be switched off.
extension AlarmTableTests {
    static let table = """
        none           | level 1           | raised → low 1
        none           | level 2           | raised → medium 2
        none           | level 2 confirmed | raised confirmed → medium 2
        none           | level 3           | raised confirmed → high 3
        none           | level 1 overdue   | raised → medium 1
        none           | over              | · → none
        none           | ack at level 1    | · → none
        none           | ack at level 2    | · → none
        none           | ack at level 3    | · → none
        none           | off               | · → none
        none           | told              | · → none
        none           | 120 s pass        | · → none
        none           | 300 s pass        | · → none
        none           | 31 min pass       | · → none
        low            | level 1           | · → low 1
        low            | level 2           | worsened → medium 2
        low            | level 2 confirmed | worsened confirmed → medium 2
        low            | level 3           | worsened confirmed → high 3
        low            | level 1 overdue   | overdue → medium 1
        low            | over              | cleared → none
        low            | ack at level 1    | acknowledged → low 1 seen
        low            | ack at level 2    | acknowledged → low 1 seen
        low            | ack at level 3    | acknowledged → low 1 seen
        low            | off               | switchedOff → low 1 off
        low            | told              | · → low 1
        low            | 120 s pass        | · → low 1
        low            | 300 s pass        | · → low 1
        low            | 31 min pass       | · → low 1
        low seen       | level 1           | · → low 1 seen
        low seen       | level 2           | worsened → medium 2
        low seen       | level 2 confirmed | worsened confirmed → medium 2
        low seen       | level 3           | worsened confirmed → high 3
        low seen       | level 1 overdue   | overdue → medium 1
        low seen       | over              | cleared → none
        low seen       | ack at level 1    | · → low 1 seen
        low seen       | ack at level 2    | · → low 1 seen
        low seen       | ack at level 3    | · → low 1 seen
        low seen       | off               | switchedOff → low 1 off
        low seen       | told              | · → low 1 seen
        low seen       | 120 s pass        | · → low 1 seen
        low seen       | 300 s pass        | reannounced → low 1
        low seen       | 31 min pass       | reannounced → low 1
        low off        | level 1           | · → low 1 off
        low off        | level 2           | switchedOn worsened → medium 2
        low off        | level 2 confirmed | switchedOn worsened confirmed → medium 2
        low off        | level 3           | switchedOn worsened confirmed → high 3
        low off        | level 1 overdue   | overdue → low 1 off
        low off        | over              | cleared → none
        low off        | ack at level 1    | acknowledged → low 1 seen off
        low off        | ack at level 2    | acknowledged → low 1 seen off
        low off        | ack at level 3    | acknowledged → low 1 seen off
        low off        | off               | · → low 1 off
        low off        | told              | · → low 1 off
        low off        | 120 s pass        | · → low 1 off
        low off        | 300 s pass        | · → low 1 off
        low off        | 31 min pass       | switchedOn → low 1
        medium         | level 1           | steppedDown → medium 1
        medium         | level 2           | · → medium 2
        medium         | level 2 confirmed | confirmed → medium 2
        medium         | level 3           | worsened confirmed → high 3
        medium         | level 1 overdue   | steppedDown overdue → medium 1
        medium         | over              | latched → medium 2 latched
        medium         | ack at level 1    | · → medium 2
        medium         | ack at level 2    | acknowledged → medium 2 seen
        medium         | ack at level 3    | acknowledged → medium 2 seen
        medium         | off               | · → medium 2
        medium         | told              | · → medium 2
        medium         | 120 s pass        | escalated → medium 2 bar
        medium         | 300 s pass        | escalated → medium 2 bar
        medium         | 31 min pass       | escalated → medium 2 bar
        medium seen    | level 1           | steppedDown → low 1 seen
        medium seen    | level 2           | · → medium 2 seen
        medium seen    | level 2 confirmed | confirmed → medium 2 seen
        medium seen    | level 3           | worsened confirmed → high 3
        medium seen    | level 1 overdue   | steppedDown overdue → medium 1 seen
        medium seen    | over              | cleared → none
        medium seen    | ack at level 1    | · → medium 2 seen
        medium seen    | ack at level 2    | · → medium 2 seen
        medium seen    | ack at level 3    | · → medium 2 seen
        medium seen    | off               | · → medium 2 seen
        medium seen    | told              | · → medium 2 seen
        medium seen    | 120 s pass        | · → medium 2 seen
        medium seen    | 300 s pass        | reannounced → medium 2
        medium seen    | 31 min pass       | reannounced escalated → medium 2 bar
        medium held    | level 1           | · → medium 1
        medium held    | level 2           | worsened → medium 2
        medium held    | level 2 confirmed | worsened confirmed → medium 2
        medium held    | level 3           | worsened confirmed → high 3
        medium held    | level 1 overdue   | overdue → medium 1
        medium held    | over              | latched → medium 2 latched
        medium held    | ack at level 1    | acknowledged → low 1 seen
        medium held    | ack at level 2    | acknowledged → low 1 seen
        medium held    | ack at level 3    | acknowledged → low 1 seen
        medium held    | off               | · → medium 1
        medium held    | told              | · → medium 1
        medium held    | 120 s pass        | escalated → medium 1 bar
        medium held    | 300 s pass        | escalated → medium 1 bar
        medium held    | 31 min pass       | escalated → medium 1 bar
        medium latched | level 1           | raised → medium 1
        medium latched | level 2           | raised → medium 2
        medium latched | level 2 confirmed | raised confirmed → medium 2
        medium latched | level 3           | raised confirmed → high 3
        medium latched | level 1 overdue   | raised → medium 1
        medium latched | over              | · → medium 2 latched
        medium latched | ack at level 1    | · → medium 2 latched
        medium latched | ack at level 2    | acknowledged cleared → none
        medium latched | ack at level 3    | acknowledged cleared → none
        medium latched | off               | · → medium 2 latched
        medium latched | told              | · → medium 2 latched
        medium latched | 120 s pass        | escalated → medium 2 latched bar
        medium latched | 300 s pass        | escalated → medium 2 latched bar
        medium latched | 31 min pass       | escalated → medium 2 latched bar
        high           | level 1           | steppedDown → high 1
        high           | level 2           | steppedDown → high 2
        high           | level 2 confirmed | steppedDown → high 2
        high           | level 3           | · → high 3
        high           | level 1 overdue   | steppedDown overdue → high 1
        high           | over              | latched → high 3 latched
        high           | ack at level 1    | · → high 3
        high           | ack at level 2    | · → high 3
        high           | ack at level 3    | acknowledged → high 3 seen
        high           | off               | · → high 3
        high           | told              | · → high 3
        high           | 120 s pass        | escalated → high 3 bar
        high           | 300 s pass        | escalated → high 3 bar
        high           | 31 min pass       | escalated → high 3 bar
        high seen      | level 1           | steppedDown → low 1 seen
        high seen      | level 2           | steppedDown → medium 2 seen
        high seen      | level 2 confirmed | steppedDown → medium 2 seen
        high seen      | level 3           | · → high 3 seen
        high seen      | level 1 overdue   | steppedDown overdue → medium 1 seen
        high seen      | over              | cleared → none
        high seen      | ack at level 1    | · → high 3 seen
        high seen      | ack at level 2    | · → high 3 seen
        high seen      | ack at level 3    | · → high 3 seen
        high seen      | off               | · → high 3 seen
        high seen      | told              | · → high 3 seen
        high seen      | 120 s pass        | · → high 3 seen
        high seen      | 300 s pass        | reannounced → high 3
        high seen      | 31 min pass       | reannounced escalated → high 3 bar
        high latched   | level 1           | raised → high 1
        high latched   | level 2           | raised → high 2
        high latched   | level 2 confirmed | raised confirmed → high 2
        high latched   | level 3           | raised confirmed → high 3
        high latched   | level 1 overdue   | raised → high 1
        high latched   | over              | · → high 3 latched
        high latched   | ack at level 1    | · → high 3 latched
        high latched   | ack at level 2    | · → high 3 latched
        high latched   | ack at level 3    | acknowledged cleared → none
        high latched   | off               | · → high 3 latched
        high latched   | told              | · → high 3 latched
        high latched   | 120 s pass        | escalated → high 3 latched bar
        high latched   | 300 s pass        | escalated → high 3 latched bar
        high latched   | 31 min pass       | escalated → high 3 latched bar
        """
}
