using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Writing.Bulk.Writes;

public sealed class VerifyEachTests
{
    private static readonly BulkWriteOptions Verifying = new() { VerifyEach = true, Concurrency = 1 };

    [Fact]
    public async Task EachProfile_IsReadRightBeforeItsWrite()
    {
        await using var service = await TestService.StartAsync(8);

        var report = await service.Query().Where(p => p.Metadata["plan"] == "pro").ExecuteDeleteAsync(Verifying);

        Assert.Equal((2, 2, 0, 0, 0), report.Counts());
        Assert.Equal(
            [
                "GET /v1/user_profiles?limit=100",
                "GET /v1/user_profiles/uprof_000004",
                "DELETE /v1/user_profiles/uprof_000004",
                "GET /v1/user_profiles/uprof_000002",
                "DELETE /v1/user_profiles/uprof_000002",
            ],
            service.Requests
        );
    }

    [Fact]
    public async Task ProfilesThatNoLongerMeetACondition_AreSkipped()
    {
        await using var service = await TestService.StartAsync(40);
        var intermediary = new Intermediary
        {
            Body = (request, body) =>
                request.IsGetOf(3) ? JsonChange.Of(body, profile => profile["enforcement_status"] = "unrestricted")
                : request.IsGetOf(7) ? JsonChange.Of(body, profile => profile["created_at"] = "2026-04-01T00:00:00Z")
                : request.IsGetOf(11) ? JsonChange.Of(body, profile => profile["name"] = "zz")
                : request.IsGetOf(19) ? JsonChange.Of(body, profile => profile["metadata"]!["plan"] = "kept")
                : body,
        };
        using var client = intermediary.Client(service);
        var query = client
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.CreatedAt >= TestProfiles.Start)
            .Where(p => p.Name != "zz")
            .WhereOnClient(p => p.Metadata["plan"] != "kept");

        var report = await query.ExecuteUpdateAsync(c => c.SetName("x"), Verifying);

        Assert.Equal((10, 6, 0, 0, 0), report.Counts());
        Assert.Equal(4, report.Skipped);
        Assert.Equal("found 10, written 6, unchanged 0, failed 0, skipped 4", report.ToString());
        Assert.Empty(service.WrittenIds().Intersect(TestProfiles.Ids([3, 7, 11, 19])));
    }

    [Fact]
    public async Task RunThatEndsDuringAVerification_WritesNothingFurther()
    {
        await using var service = await TestService.StartAsync(2);
        TaskCompletionSource failed = new();
        using var client = new ProfilesClient(
            new()
            {
                BaseUrl = service.Emulator.BaseUrl,
                ApiKey = TestService.Key,
                MaxRetries = 0,
                Observer = happened =>
                {
                    if (happened is RequestCompletedEvent { Method: "DELETE" })
                        failed.TrySetResult();
                },
            },
            new HttpClient(new LateVerification(failed.Task))
        );
        service.Emulator.Intercept = request =>
            request.Method == "DELETE" ? EmulatorResponse.Error(500, "api_error", "no") : null;

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            client
                .Query()
                .Where(p => p.Name != "zz")
                .ExecuteDeleteAsync(
                    new()
                    {
                        VerifyEach = true,
                        StopOnError = true,
                        Concurrency = 2,
                    }
                )
        );

        Assert.Single(service.Requests, request => request.StartsWith("DELETE", StringComparison.Ordinal));
        Assert.Equal((1, 0, 0, 1, 0), failure.Report.Counts());
    }

    [Fact]
    public async Task Update_IsMadeFromWhatWasReadAgain()
    {
        await using var service = await TestService.StartAsync(3);
        var intermediary = new Intermediary
        {
            Body = (request, body) =>
                request.IsGetOf(1) ? JsonChange.Of(body, profile => profile["name"] = "New")
                : request.IsGetOf(2) ? JsonChange.Of(body, profile => profile["name"] = "done")
                : body,
        };
        using var client = intermediary.Client(service);

        var report = await client
            .Query()
            .Where(p => p.Name != null)
            .ExecuteUpdateAsync(c => c.SetName(p => p.Name == "done" ? p.Name : p.Name + "!"), Verifying);

        Assert.Equal((2, 1, 1, 0, 0), report.Counts());
        Assert.Equal("New!", service.Stored(1).Name);
    }

    [Fact]
    public async Task ProfileThatIsGone_IsSkipped()
    {
        await using var service = await TestService.StartAsync(3);
        service.Emulator.BeforeResponse = (request, _) =>
        {
            if (!request.PathAndQuery.Contains('?'))
                service.Emulator.Remove(TestProfiles.IdOf(1));
            return Task.CompletedTask;
        };

        var report = await service
            .Query()
            .ExecuteUpdateAsync(
                c => c.SetName("x"),
                new()
                {
                    AllowAll = true,
                    VerifyEach = true,
                    Concurrency = 1,
                }
            );

        Assert.Equal((3, 2, 0, 0, 0), report.Counts());
        Assert.Equal(1, report.Skipped);
    }

    [Fact]
    public async Task AnotherProfileThanAskedFor_FailsAndIsNotWritten()
    {
        await using var service = await TestService.StartAsync(8);
        var intermediary = new Intermediary { Address = address => address.Replace("/uprof_000004", "/uprof_000002") };
        using var client = intermediary.Client(service);

        var report = await client.Query().Where(p => p.Metadata["plan"] == "pro").ExecuteDeleteAsync(Verifying);

        Assert.Equal((2, 1, 0, 1, 0), report.Counts());
        Assert.IsType<ProfilesProtocolException>(Assert.Single(report.Failures).Error);
        Assert.Equal([TestProfiles.IdOf(2)], service.WrittenIds());
    }

    [Fact]
    public async Task MembersThatOnlyAGetReports_AreSeenAsInAList()
    {
        await using var service = await TestService.StartAsync(6);

        var listed = await service
            .Query()
            .Where(p => p.Programs.Efs == null && p.Name != null)
            .ExecuteUpdateAsync(
                c => c.SetMetadata("efs", p => p.Programs.Efs!.Status == ProgramStatus.Active ? "yes" : "no"),
                Verifying
            );
        var detailed = await service
            .Query()
            .WithDetails()
            .Where(p => p.Programs.Efs!.Status == ProgramStatus.Active)
            .ExecuteUpdateAsync(
                c => c.SetMetadata("efs", p => p.Programs.Efs!.Status == ProgramStatus.Active ? "yes" : "no"),
                Verifying
            );
        var lookedUp = await service
            .Query()
            .Where(p => p.Id == TestProfiles.IdOf(1) && p.Programs.Efs!.Status == ProgramStatus.Pending)
            .ExecuteDeleteAsync(Verifying);

        Assert.Equal((4, 4, 0, 0, 0), listed.Counts());
        Assert.Equal((3, 3, 0, 0, 0), detailed.Counts());
        Assert.Equal((1, 1, 0, 0, 0), lookedUp.Counts());
        Assert.Equal(["yes", "yes", "yes"], new[] { 0, 2, 4 }.Select(number => service.Stored(number).Metadata["efs"]));
    }

    [Fact]
    public async Task ReadingThatFails_FailsThatProfile()
    {
        await using var service = await TestService.StartAsync(8);
        service.Emulator.Intercept = request =>
            request.Method == "GET" && request.PathAndQuery.EndsWith('4')
                ? EmulatorResponse.Error(500, "api_error", "no")
                : null;

        var report = await service.Query().Where(p => p.Metadata["plan"] == "pro").ExecuteDeleteAsync(Verifying);

        Assert.Equal((2, 1, 0, 1, 0), report.Counts());
        Assert.Equal([TestProfiles.IdOf(2)], service.WrittenIds());
    }

    [Fact]
    public async Task ConditionThatThrowsTheSecondTime_FailsThatProfile()
    {
        await using var service = await TestService.StartAsync(8);
        HashSet<string> seen = [];

        var report = await service
            .Query()
            .Where(p => p.Metadata["plan"] == "pro")
            .WhereOnClient(p => seen.Add(p.Id) ? true : throw new InvalidOperationException("twice"))
            .ExecuteDeleteAsync(Verifying);

        Assert.Equal((2, 0, 0, 2, 0), report.Counts());
        Assert.Empty(service.Writes());
    }

    [Fact]
    public async Task ProfilesThatNeedNoWrite_AreNotReadAgain()
    {
        await using var service = await TestService.StartAsync(8);
        await service.Query().Where(p => p.Name != null).ExecuteUpdateAsync(c => c.SetMetadata("a", "b"));
        service.Emulator.ClearRequests();

        var report = await service
            .Query()
            .Where(p => p.Name != null)
            .ExecuteUpdateAsync(c => c.SetMetadata("a", "b"), Verifying);

        Assert.Equal((6, 0, 6, 0, 0), report.Counts());
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task ManyAtOnce_AreEachCheckedForThemselves()
    {
        await using var service = await TestService.StartAsync(400);

        var report = await service
            .Query()
            .Where(p => p.Metadata["plan"] == "pro" && p.ExternalUserDetails.ReferenceId!.EndsWith("8"))
            .ExecuteUpdateAsync(
                c => c.SetMetadata("reference", p => p.ExternalUserDetails.ReferenceId),
                new() { VerifyEach = true, Concurrency = 32 }
            );

        var written = service.Emulator.Profiles.Where(p => p.Metadata["reference"] is not null).ToList();
        Assert.Equal(report.Found, report.Written);
        Assert.Equal(report.Written, written.Count);
        Assert.All(written, p => Assert.Equal(p.ExternalUserDetails.ReferenceId, p.Metadata["reference"]));
    }

    /// <summary>Holds the answer of the second profile's verification back until the write of the first has failed, and a moment
    /// more for the run to learn of it.</summary>
    private sealed class LateVerification(Task failed) : DelegatingHandler(ProfilesClient.CreateHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var response = await base.SendAsync(request, ct);
            if (request.IsGetOf(0))
            {
                await failed;
                await Task.Delay(200, ct);
            }
            return response;
        }
    }
}
