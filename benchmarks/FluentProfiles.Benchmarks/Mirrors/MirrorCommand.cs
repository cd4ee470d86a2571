using System.Globalization;
using FluentProfiles.Benchmarks.Report;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>Measures mirrors of so many profiles, and writes the documents' tables. Everything runs in this process: a mirror is
/// loaded once, and a ratio is of two ways that were measured in turn.</summary>
internal static class MirrorCommand
{
    public const string Command = "mirror";

    // Enough for every question, so that nothing is compiled while it is measured.
    private const int WarmUp = 1_000;

    /// <param name="profiles">How many profiles there are.</param>
    /// <param name="only">The databases, "service" for the questions to the service; none for all of them.</param>
    public static async Task RunAsync(int profiles, IReadOnlyCollection<string> only)
    {
        var files = ReportFiles.Above(Environment.CurrentDirectory);
        var found = Measurements.Load(files.Measured);
        using var small = await SlowService.StartAsync(WarmUp);
        using var service = await SlowService.StartAsync(profiles);
        foreach (var kind in (string[])[BenchmarkDatabase.Sqlite, BenchmarkDatabase.Postgres])
        {
            if (!IsAsked(kind))
                continue;
            await MeasureAsync(kind, small);
            var rows = await MeasureAsync(kind, service);
            foreach (var row in rows)
                Console.WriteLine(row);
            found.Replace(rows);
        }
        if (IsAsked(MirrorNames.Service))
            found.Replace([.. await ServiceQuestions.MeasureAsync(service)]);
        found.MirrorConditions =
            string.Create(CultureInfo.InvariantCulture, $"{profiles:N0} profiles; ") + MirrorVersions.Describe();
        found.Save(files.Measured);
        ReportCommand.WriteTexts(files, found);
        Console.WriteLine(Tables.Of(found)["mirror"]);

        bool IsAsked(string name) => only.Count == 0 || only.Contains(name);
    }

    private static async Task<List<Measurement>> MeasureAsync(string kind, SlowService service)
    {
        var work = await LoadWork.MeasureAsync(kind, service.Profiles);
        List<Measurement> found = [.. MirrorNames.Pair(MirrorNames.Work, kind, work.Bare, work.Pass)];
        await using var database = await BenchmarkDatabase.CreateAsync(kind);
        await using var mirror = await database.OpenMirrorAsync(service.Client);
        found.AddRange(await PassTimes.MeasureAsync(kind, service, mirror, work.Pass));
        await using var bare = await BareQuestions.PrepareAsync(
            await database.ConnectAsync(),
            mirror.Store,
            service.Profiles
        );
        found.AddRange(await new MirrorQuestions(kind, mirror, bare, service.Profiles).MeasureAsync());
        await using var uncached = await database.OpenMirrorAsync(
            service.Client,
            options => options.CachedReferences = 0
        );
        found.AddRange(await new DirectoryQuestions(kind, mirror, uncached, bare, service.Profiles).MeasureAsync());
        return found;
    }
}
