using Spectre.Console;

namespace Quickstart;

/// <summary>Writes for people on a terminal, and plain text where the output is piped.</summary>
internal static class Screen
{
    private static readonly IAnsiConsole Output = CreateOutput();

    public static void Heading(string text)
    {
        Output.WriteLine();
        Output.MarkupLineInterpolated($"[bold blue]{text}[/]");
    }

    // The console would fold what is wider than the terminal, and a plan is to be copied.
    public static void Line(string text = "") => Console.WriteLine(text);

    public static void Table(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(column);
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell) { Overflow = Overflow.Ellipsis }));
        Output.Write(table);
    }

    private static IAnsiConsole CreateOutput()
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Console;
        var plain = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors }
        );
        plain.Profile.Width = 120;
        return plain;
    }
}
