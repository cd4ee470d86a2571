using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FluentProfiles;

namespace CsvExport;

/// <summary>Writes profiles as RFC 4180 rows.</summary>
internal static class Csv
{
    /// <summary>Customers choose their names: a spreadsheet must not run one as a formula, so a quote goes in front.</summary>
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        InjectionOptions = InjectionOptions.Escape,
        // Spreadsheets in East Asian languages take the fullwidth forms, too.
        InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'],
    };

    public static string Header { get; } =
        Text(writer =>
        {
            writer.WriteHeader<Row>();
            writer.NextRecord();
        });

    public static string Rows(IEnumerable<UserProfile> profiles) =>
        Text(writer => writer.WriteRecords(profiles.Select(Row.Of)));

    private static string Text(Action<CsvWriter> write)
    {
        using StringWriter text = new();
        using (CsvWriter writer = new(text, Format))
            write(writer);
        return text.ToString();
    }
}
