using System.Globalization;
using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Limits;

public sealed class ArgumentOutOfRangeAnalyzerTests
{
    [Theory]
    [InlineData("var q = client.Query().WithPrefetch([|-1|]);")]
    [InlineData("var q = given.WithPrefetch([|65|]).Take(3);")]
    [InlineData("var q = client.Query().WithPrefetch(pages: [|8 * 9|]);")]
    [InlineData("var q = client.Query().WithMaxRequests([|0|]);")]
    [InlineData("var q = (from p in client.Query() select p.Name).WithMaxRequests([|-5|]);")]
    [InlineData("var q = client.Query().WithMaxRetries([|-1|]);")]
    [InlineData("var q = client.Query().WithDetails([|0|]);")]
    [InlineData("var q = given.WithDetails(concurrency: [|flag ? 0 : 0|]);")]
    [InlineData("var page = await client.Query().ToPageAsync([|0|]);")]
    [InlineData("var page = await client.Query().ToPageAsync(resumeToken: text, size: [|-1|]);")]
    [InlineData("var one = await client.Query().ElementAtAsync([|-1|]);")]
    [InlineData("var one = await ProfileQuery.FromItems([]).ElementAtAsync([|int.MinValue|]);")]
    [InlineData("await client.Query().ForEachAsync((p, token) => default, workers: [|0|]);")]
    [InlineData("await client.Query().ForEachAsync((p, token) => default, [|-2|], default);")]
    [InlineData("var preview = await client.Query().Take(5).PreviewDeleteAsync([|-1|]);")]
    [InlineData("var preview = await given.PreviewUpdateAsync(c => c.ClearName(), sampleSize: [|-1|]);")]
    [InlineData("using var slow = client.CreateBackgroundClient([|0|]);")]
    [InlineData("using var slow = client.CreateBackgroundClient(maxRequestsPerSecond: [|-0.5|]);")]
    [InlineData("using var slow = client.CreateBackgroundClient([|double.NaN|]);")]
    public Task NumberOutOfRange_Triggers(string statements) =>
        Verify.AnalyzerAsync<ArgumentOutOfRangeAnalyzer>(statements);

    [Theory]
    [InlineData("var o = new BulkWriteOptions { Concurrency = [|0|] };")]
    [InlineData("var o = new BulkWriteOptions { MaxFailures = [|0|] };")]
    [InlineData("var o = new SyncOptions { Concurrency = [|-1|], MaxDeletedShare = [|1.5|] };")]
    [InlineData("var o = new SyncOptions(); o.MaxRequests = [|0|]; o.MaxRequestsPerSecond = [|0|];")]
    [InlineData("var o = new SyncApplyOptions { MaxPlanAge = [|TimeSpan.Zero|] };")]
    [InlineData("var o = new CallOptions { MaxRetries = [|-1|] };")]
    [InlineData("await client.GetAsync(text, new() { AttemptTimeout = [|TimeSpan.FromSeconds(-1)|] });")]
    [InlineData("await given.Take(5).ExecuteDeleteAsync(new() { Concurrency = [|0|] });")]
    [InlineData("var v = new WebhookVerifier(text) { Tolerance = [|TimeSpan.Zero|] };")]
    public Task SettingOutOfRange_Triggers(string statements) =>
        Verify.AnalyzerAsync<ArgumentOutOfRangeAnalyzer>(statements);

    [Theory]
    [InlineData("TimeSpan.Zero")]
    [InlineData("default")]
    [InlineData("default(TimeSpan)")]
    [InlineData("new()")]
    [InlineData("new TimeSpan(0)")]
    [InlineData("new TimeSpan(50, 0, 0, 0)")]
    [InlineData("new TimeSpan(0, 0, -1)")]
    [InlineData("TimeSpan.FromDays(50)")]
    [InlineData("TimeSpan.FromSeconds(0)")]
    [InlineData("TimeSpan.FromMilliseconds(-2)")]
    [InlineData("-TimeSpan.FromMinutes(1)")]
    [InlineData("TimeSpan.MaxValue")]
    [InlineData("TimeSpan.FromTicks(0)")]
    public Task TimeOutOfRange_Triggers(string time) =>
        Verify.AnalyzerAsync<ArgumentOutOfRangeAnalyzer>(
            $"var q = client.Query().WithAttemptTimeout([|{time}|]).WithMaxRetryAfter([|{time}|]).WithRunTimeout([|{time}|]);"
        );

    [Theory]
    [InlineData("TimeSpan.FromSeconds(1)")]
    [InlineData("TimeSpan.FromDays(49)")]
    [InlineData("new TimeSpan(1)")]
    [InlineData("new TimeSpan(0, 0, 30)")]
    [InlineData("Timeout.InfiniteTimeSpan")]
    [InlineData("TimeSpan.FromMilliseconds(-1)")]
    [InlineData("TimeSpan.FromSeconds(number)")]
    [InlineData("TimeSpan.Parse(text)")]
    [InlineData("flag ? TimeSpan.Zero : TimeSpan.FromSeconds(1)")]
    public Task TimeInRangeOrUnknown_DoesNotTrigger(string time) =>
        Verify.AnalyzerAsync<ArgumentOutOfRangeAnalyzer>(
            $"var q = client.Query().WithAttemptTimeout({time}).WithRunTimeout({time}); var o = new CallOptions {{ TotalTimeout = {time} }};"
        );

    [Theory]
    [InlineData("var q = client.Query().WithWorkspace([|\"\"|]);")]
    [InlineData("var q = client.Query().WithWorkspace([|\"wrkspc 1\"|]);")]
    [InlineData("var q = client.Query().FromPage([|\"\"|]);")]
    [InlineData("var q = client.Query().FromPage([|string.Empty|]);")]
    [InlineData("var q = client.Query().TagWith([|\" \"|]);")]
    [InlineData("var q = client.Query().WithHeader([|\"\"|], text).WithHeader([|\"a b\"|], [|\"a\\n\"|]);")]
    [InlineData("var p = await client.GetAsync([|\"\"|]);")]
    [InlineData("await client.DeleteAsync(id: [|\"\"|]);")]
    [InlineData("var o = new CallOptions { Workspace = [|\"\"|], Tag = [|\"\"|] };")]
    [InlineData("var o = new SyncOptions { OwnershipKey = [|\"\"|], OwnershipValue = [|\"\"|] };")]
    [InlineData("var c = CmekChange.Enable().Set([|\"\"|], \"ekey_1\").Remove([|\"e u\"|]);")]
    [InlineData("var c = StorageChange.Enable().Set(\"us\", \"bucket\", [|\"my-project\"|]);")]
    public Task TextOutOfRange_Triggers(string statements) =>
        Verify.AnalyzerAsync<ArgumentOutOfRangeAnalyzer>(statements);

    [Theory]
    [InlineData("var q = client.Query().WithPrefetch(0).WithPrefetch(64).WithMaxRequests(1).WithMaxRetries(0);")]
    [InlineData(
        "var q = client.Query().WithDetails().WithDetails(1).WithPrefetch(number).WithMaxRequests(flag ? 0 : 1);"
    )]
    [InlineData("var one = await client.Query().ElementAtOrDefaultAsync(-1);")]
    [InlineData("var page = await client.Query().ToPageAsync(1, \"\");")]
    [InlineData("await client.Query().ForEachAsync((p, token) => default);")]
    [InlineData(
        "using var slow = client.CreateBackgroundClient(); using var other = client.CreateBackgroundClient(null);"
    )]
    [InlineData("using var slow = client.CreateBackgroundClient(0.1);")]
    [InlineData(
        "var o = new SyncOptions { MaxDeletedShare = 1, OwnershipKey = null, MaxPlanAge = Timeout.InfiniteTimeSpan };"
    )]
    [InlineData("var o = new CallOptions { MaxRetries = null, AttemptTimeout = null, Tag = null, Workspace = null };")]
    [InlineData("var o = new BulkWriteOptions { MaxFailures = null, Concurrency = 1 };")]
    [InlineData(
        "var q = client.Query().WithWorkspace(text).TagWith(\"nightly export\").WithHeader(\"x-tenant\", \"\");"
    )]
    [InlineData("var q = client.Query().ResumeFrom(\"\").ResumeFrom(null);")]
    [InlineData("var p = await client.GetAsync(text);")]
    [InlineData("IProfilesClient other = client; var p = await other.GetAsync(\"\");")]
    [InlineData("var o = new ProfilesClientOptions { MaxRetries = -1 };")]
    public Task InRangeOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<ArgumentOutOfRangeAnalyzer>(statements);

    [Theory]
    [InlineData("var pages = -1; if (flag) pages = 1;")]
    [InlineData("var pages = -1; pages++;")]
    [InlineData("int pages = -1; (pages, _) = (1, 2);")]
    [InlineData("var pages = -1; int.TryParse(text, out pages);")]
    [InlineData("long large = 300; var pages = (byte)large;")]
    [InlineData("var share = 64.9; var pages = (int)share;")]
    public Task LocalThatChanges_DoesNotTrigger(string declaration) =>
        Verify.AnalyzerAsync<ArgumentOutOfRangeAnalyzer>($"{declaration} var q = client.Query().WithPrefetch(pages);");

    [Theory]
    [InlineData("const int pages = -1;")]
    [InlineData("var pages = -1;")]
    [InlineData("int first = 65; var pages = first;")]
    public Task Local_Triggers(string declaration) =>
        Verify.AnalyzerAsync<ArgumentOutOfRangeAnalyzer>(
            $"{declaration} var q = client.Query().WithPrefetch([|pages|]);"
        );

    [Theory]
    [InlineData("var q = client.Query().WithPageSize(0);")]
    [InlineData("var q = client.Query().Take(-1).Skip(-1);")]
    [InlineData("var q = client.Query().WithBeta(\"\");")]
    [InlineData("var r = await given.ExecuteUpdateAsync(c => c.SetMetadata(\"\", \"\"));")]
    [InlineData("using var own = new ProfilesClient(new() { MaxRetries = -1 });")]
    public async Task WhatOtherRulesReport_IsReportedByThemAlone(string statements) =>
        Assert.DoesNotContain(await Diagnoses.OfAsync(statements), one => one.Id == "FP0006");

    [Theory]
    [InlineData("client.Query().WithPrefetch(65)", "65 throws, because 'pages' must be from 0 to 64")]
    [InlineData("client.Query().WithMaxRequests(0)", "0 throws, because 'count' must be 1 or more")]
    [InlineData(
        "client.Query().WithRunTimeout(TimeSpan.Zero)",
        "TimeSpan.Zero throws, because 'timeout' must be above 0 and at most 49 days, or Timeout.InfiniteTimeSpan"
    )]
    [InlineData("client.Query().WithWorkspace(\"\")", "An empty string throws, because 'workspace' must not be empty")]
    [InlineData(
        "client.Query().WithHeader(\"x-key\", \"söcret\")",
        "This string throws, because 'value' must contain only ASCII characters from ' ' to '~'"
    )]
    public async Task OutOfRange_NamesTheRange(string query, string message) =>
        Assert.Equal(
            message,
            Assert
                .Single(await Diagnoses.OfAsync($"var q = {query};"), one => one.Id == "FP0006")
                .GetMessage(CultureInfo.InvariantCulture)
        );

    [Fact]
    public Task OutOfRange_FixesToNearestBound() =>
        Verify.FixAsync<ArgumentOutOfRangeAnalyzer, ArgumentOutOfRangeFixer>(
            "var q = client.Query().WithPrefetch([|-1|]).WithPrefetch(pages: [|8 * 9|]).WithMaxRequests([|0|]); var o = new SyncOptions { MaxDeletedShare = [|1.5|] };",
            "var q = client.Query().WithPrefetch(0).WithPrefetch(pages: 64).WithMaxRequests(1); var o = new SyncOptions { MaxDeletedShare = 1 };"
        );

    [Fact]
    public Task RangeWithoutABound_HasNoFix() =>
        Verify.FixAsync<ArgumentOutOfRangeAnalyzer, ArgumentOutOfRangeFixer>(
            "var q = client.Query().WithRunTimeout([|TimeSpan.Zero|]).WithWorkspace([|\"\"|]); using var slow = client.CreateBackgroundClient([|0|]);",
            "var q = client.Query().WithRunTimeout([|TimeSpan.Zero|]).WithWorkspace([|\"\"|]); using var slow = client.CreateBackgroundClient([|0|]);"
        );
}
