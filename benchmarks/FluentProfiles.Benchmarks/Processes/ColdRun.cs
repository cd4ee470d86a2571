using System.Diagnostics;
using System.Globalization;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.Service;

namespace FluentProfiles.Benchmarks.Processes;

/// <summary>The first run of a process, 10,000 profiles, every field: nothing is compiled yet, and that is most of it.</summary>
internal static class ColdRun
{
    public const string Command = "cold";
    private const string ByHand = "hand-written";
    private const string ByQuery = "query";
    private const int Runs = 9;

    /// <summary>Starts the two readers in turn, each in processes of its own.</summary>
    /// <returns>The median times in milliseconds.</returns>
    public static async Task<(double HandWritten, double Ours)> MeasureAsync()
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var pages = await RecordedPages.OfAsync(ClientsUnderTest.Profiles))
                pages.Save(file);
            List<double> handWritten = [];
            List<double> ours = [];
            for (var run = 0; run < Runs; run++)
            {
                handWritten.Add(await StartAsync(ByHand, file));
                ours.Add(await StartAsync(ByQuery, file));
            }
            return (Median(handWritten), Median(ours));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What the started process does: reads, and prints the milliseconds that it took.</summary>
    public static async Task ReadAsync(string reader, string file)
    {
        using var pages = RecordedPages.Load(file);
        var start = Stopwatch.GetTimestamp();
        var count = reader == ByQuery ? await ByQueryAsync(pages) : await ByHandAsync(pages);
        var time = Stopwatch.GetElapsedTime(start);
        if (count != ClientsUnderTest.Profiles)
            throw new InvalidOperationException($"{count} profiles were read.");
        Console.WriteLine(time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<int> ByHandAsync(HttpMessageHandler handler)
    {
        using var client = HandWrittenLoop.ClientOf(handler, RecordedPages.BaseUrl);
        return (await HandWrittenLoop.ReadAllAsync(client)).Count;
    }

    private static async Task<int> ByQueryAsync(HttpMessageHandler handler)
    {
        using HttpClient http = new(handler, disposeHandler: false);
        using ProfilesClient client = new(new() { BaseUrl = RecordedPages.BaseUrl, ApiKey = "any-key" }, http);
        return (await client.Query().ToListAsync()).Count;
    }

    private static async Task<double> StartAsync(string reader, string file)
    {
        ProcessStartInfo start = new("dotnet", [typeof(ColdRun).Assembly.Location, Command, reader, file])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
