using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Docs;

/// <summary>The C# of the page about failures: it compiles, and it runs while things fail.</summary>
public sealed class FailureSamples : IAsyncLifetime
{
    private TestService service = null!;

    public async Task InitializeAsync() => service = await TestService.StartAsync(450);

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Journal_GoesOnAfterADeath()
    {
        Dictionary<string, string> journal = [];
        List<string> stored = [];
        service.Emulator.Intercept = _ => service.Requests.Count == 3 ? EmulatorResponse.Json(200, "<html>") : null;

        await Assert.ThrowsAsync<ProfilesProtocolException>(() => ImportAsync(service.Client, default));
        await ImportAsync(service.Client, default);

        Assert.Equal(TestProfiles.Newest(450, 450), stored);

        #region failure-journal
        async Task ImportAsync(ProfilesClient client, CancellationToken cancellationToken)
        {
            var token = journal.GetValueOrDefault("token");
            await foreach (var page in client.Query().ResumeFrom(token).AsPages().WithCancellation(cancellationToken))
                Save(page.Items, page.ResumeToken);
        }
        #endregion

        void Save(IReadOnlyList<UserProfile> items, string? token)
        {
            stored.AddRange(items.Select(p => p.Id));
            journal["token"] = token!;
        }
    }

    [Fact]
    public async Task Loop_GoesOnUntilTheEnd()
    {
        var (client, pause, requests) = (service.Client, TimeSpan.Zero, 0);
        List<string> imported = [];
        service.Emulator.Intercept = _ =>
            Interlocked.Increment(ref requests) % 2 == 0 ? EmulatorResponse.Error(503, "api_error", "Try later") : null;

        #region failure-loop
        string? token = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await foreach (var profile in client.Query().ResumeFrom(token))
                    imported.Add(profile.Id);
                break;
            }
            catch (ProfilesException failure) when (attempt < 10 && MayPass(failure))
            {
                Console.WriteLine($"{failure.Message} (request {failure.RequestId ?? "without a response"})");
                token = failure.ResumeToken;
                await Task.Delay(pause);
            }
        }

        static bool MayPass(ProfilesException failure) =>
            failure switch
            {
                ProfilesConnectionException => true,
                ProfilesApiException { ErrorCode: "enforced_spend_limit_reached" } => false,
                ProfilesApiException refusal => (int)refusal.StatusCode is 408 or 409 or 429 or >= 500,
                _ => false,
            };
        #endregion

        Assert.Equal(TestProfiles.Newest(450, 450), imported);
    }

    [Fact]
    public async Task Progress_SaysWhereToGoOn()
    {
        var client = service.Client;
        List<string> exported = [];
        using CancellationTokenSource stop = new();

        #region failure-progress
        QueryProgress? last = null;
        var query = client.Query().WithProgress(new Latest(report => last = report));
        try
        {
            await foreach (var profile in query.WithCancellation(stop.Token))
                await ExportAsync(profile);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // All that came after the last report is exported again: as many items as one page gave, at most.
            Console.WriteLine($"{last?.Returned ?? 0} exported; go on from {last?.ResumeToken}");
        }
        #endregion

        Assert.Equal(200, last!.Returned);
        var rest = await client.Query().ResumeFrom(last.ResumeToken).Select(p => p.Id).ToListAsync();
        Assert.Equal(TestProfiles.Newest(450, 450), exported.Take(200).Concat(rest));

        async Task ExportAsync(UserProfile profile)
        {
            exported.Add(profile.Id);
            if (exported.Count == 250)
                await stop.CancelAsync();
        }
    }

    [Fact]
    public async Task ForeignToken_StartsAgain()
    {
        var client = service.Client;
        var token = (await client.Query().Take(5).ToPageAsync(2)).ResumeToken;

        #region failure-foreign-token
        async Task<ProfilePage<UserProfile>> PageAsync(string? asked)
        {
            var query = client.Query().Where(p => p.Metadata["plan"] == "pro");
            try
            {
                return await query.ToPageAsync(20, asked);
            }
            catch (ArgumentException)
            {
                // Damaged, or of an earlier version of this query: the first page is the best there is.
                return await query.ToPageAsync(20);
            }
        }
        #endregion

        Assert.Equal((await PageAsync(null)).Items.Select(p => p.Id), (await PageAsync(token)).Items.Select(p => p.Id));
    }

    [Fact]
    public async Task Moment_GoesWithTheToken()
    {
        var client = service.Client;

        #region failure-moment
        var recent = client.Query().Where(p => p.CreatedAt > DateTimeOffset.UtcNow.AddDays(-30));
        #endregion

        Assert.Equal("a bound", recent.Explain().StopsWhen is null ? "none" : "a bound");
        await recent.ToListAsync();
    }

    #region failure-latest
    private sealed class Latest(Action<QueryProgress> note) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => note(value);
    }
    #endregion
}
