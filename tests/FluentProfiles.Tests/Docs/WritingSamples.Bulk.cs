using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Docs;

// What a query finds, and the sync with rows of one's own.
public sealed partial class WritingSamples
{
    private static readonly DateTimeOffset Cutoff = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Update_Runs()
    {
        #region write-update
        var report = await client
            .Query()
            .Where(p => p.ExternalUserDetails.EntityType == EntityType.Business)
            .ExecuteUpdateAsync(c =>
                c.SetName(p => p.Name!.Trim())
                    .SetMetadata("tier", p => p.Metadata["plan"] == "enterprise" ? "gold" : "silver")
                    .RemoveMetadata("trial")
                    .Set(p => p.AccessType, AccessType.Passthrough)
            );

        Console.WriteLine(report);
        foreach (var failure in report.Failures)
            Console.WriteLine($"{failure.Id}: {failure.Error.Message}");
        #endregion

        Assert.True(report.Written > 0);
        Assert.Empty(report.Failures);
    }

    [Fact]
    public async Task Delete_Runs()
    {
        #region write-delete
        var outdated = client
            .Query()
            .Where(p => p.CreatedAt < Cutoff && p.EnforcementStatus == EnforcementStatus.Banned);

        Console.WriteLine(await outdated.PreviewDeleteAsync(sampleSize: 5));

        var report = await outdated.ExecuteDeleteAsync(new() { StopOnError = true, Concurrency = 4 });
        #endregion

        Assert.Equal(report.Found, report.Written);
        Assert.Equal(0, await outdated.CountAsync());
    }

    [Fact]
    public async Task VerifiedDelete_Runs()
    {
        #region write-verify
        var report = await client
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.Metadata["keep"] != "yes")
            .ExecuteDeleteAsync(new() { VerifyEach = true, MaxFailures = 20 });

        Console.WriteLine($"{report.Written} deleted, {report.Skipped} changed meanwhile");
        foreach (var (type, status, count) in report.FailureCounts)
            Console.WriteLine($"{count} × {type.Name} {(int?)status}");
        #endregion

        Assert.Equal(report.Found, report.Written);
    }

    [Fact]
    public async Task Progress_IsReported()
    {
        List<string> lines = [];
        void Show(string line) => lines.Add(line);
        var query = client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned);

        #region write-progress
        BulkWriteOptions options = new() { Progress = new BulkProgress(p => Show($"{p.Written} of {p.Found}")) };
        var report = await query.ExecuteDeleteAsync(options);
        #endregion

        Assert.Equal(report.Written, lines.Count);
    }

    #region write-progress-class
    private sealed class BulkProgress(Action<BulkWriteProgress> show) : IProgress<BulkWriteProgress>
    {
        public void Report(BulkWriteProgress value) => show(value);
    }
    #endregion

    [Fact]
    public async Task StoppedByFailures_IsResumed()
    {
        var query = client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned).WithPageSize(5);
        emulator.Intercept = request =>
            request.Method == "DELETE" ? EmulatorResponse.Error(400, "invalid_request_error", "not now") : null;
        Task PauseAsync()
        {
            emulator.Intercept = null;
            return Task.CompletedTask;
        }

        #region write-resume
        BulkWriteOptions options = new() { MaxFailures = 5, Concurrency = 2 };
        try
        {
            Console.WriteLine(await query.ExecuteDeleteAsync(options));
        }
        catch (ProfilesBulkWriteException failure)
        {
            Console.WriteLine(failure.Message);
            await PauseAsync();
            Console.WriteLine(await query.ResumeFrom(failure.ResumeToken).ExecuteDeleteAsync(options));
        }
        #endregion

        // Those that failed on a page that was done.
        Assert.InRange(await query.CountAsync(), 0, 5 + 2);
    }

    [Fact]
    public async Task EndedEarly_GoesOn()
    {
        var cancellationToken = CancellationToken.None;

        #region write-everything
        var options = new BulkWriteOptions { AllowAll = true };
        try
        {
            var report = await client
                .Query()
                .ExecuteUpdateAsync(c => c.SetMetadata("source", "import"), options, cancellationToken);
            Console.WriteLine($"done: {report}");
        }
        catch (BulkWriteCanceledException cancelled)
        {
            Console.WriteLine($"canceled: {cancelled.Report}");
        }
        catch (ProfilesBulkWriteException failure)
        {
            Console.WriteLine($"ended early: {failure.Report}");
        }
        #endregion

        Assert.All(emulator.Profiles, profile => Assert.Equal("import", profile.Metadata["source"]));
    }

    [Fact]
    public async Task CreateMany_Runs()
    {
        var lines = Enumerable.Range(0, 20).Select(i => $"customer-{i};Customer {i}").ToAsyncEnumerable();
        List<string> ids = [];

        #region write-many
        var profiles = lines
            .Select(line => line.Split(';'))
            .Select(cells => new NewProfile
            {
                Name = cells[1],
                ExternalUserDetails = new() { ReferenceId = cells[0] },
            });

        var report = await client.CreateManyAsync(
            profiles,
            new()
            {
                MaxFailures = 10,
                Created = (wanted, profile) => StoreIdAsync(wanted.ExternalUserDetails.ReferenceId, profile.Id),
            }
        );
        #endregion

        ValueTask StoreIdAsync(string? reference, string id)
        {
            lock (ids)
                ids.Add(id);
            return default;
        }
        Assert.Equal((20, 20), (report.Written, ids.Count));
    }

    [Fact]
    public async Task Join_Runs()
    {
        Row[] rows = [new("customer-1", "Ada"), new("customer-2", "Bea"), new("customer-1", "Ada again")];
        List<string> questions = [];

        #region write-join
        var matches = client.Query().FullJoinAsync(rows, row => row.Reference, p => p.ExternalUserDetails.ReferenceId);

        await foreach (var (kind, row, profile) in matches)
        {
            switch (kind)
            {
                case MatchKind.Matched when row!.Name != profile!.Name:
                    questions.Add($"{profile.Id} has another name than {row.Reference}");
                    break;
                case MatchKind.RowOnly:
                    questions.Add($"{row!.Reference} has no profile");
                    break;
                case MatchKind.DuplicateRow or MatchKind.DuplicateProfile:
                    questions.Add($"{kind}: {row!.Reference}");
                    break;
            }
        }
        #endregion

        Assert.Equal(
            ["customer-1 has no profile", "customer-2 has no profile", "DuplicateRow: customer-1"],
            questions.Order(StringComparer.OrdinalIgnoreCase)
        );
    }

    private sealed record Row(string Reference, string Name);
}
