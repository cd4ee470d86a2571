using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http.Failures;

/// <summary>A 404 means "no such profile" only where the service itself says so; any other one may be a wrong address.</summary>
public sealed class NotFoundTests
{
    private const string OfService =
        """{"type":"error","error":{"type":"not_found_error","message":"No such profile."}}""";

    private static readonly string[] Foreign =
    [
        "",
        "<html><body>404 Not Found</body></html>",
        "null",
        "[]",
        "{}",
        "\"not_found_error\"",
        """{"type":"error"}""",
        """{"type":"error","error":null}""",
        """{"type":"error","error":"not_found_error"}""",
        """{"type":"error","error":{"type":"not_found","message":"no route"}}""",
        """{"type":"error","error":{"type":"Not_Found_Error"}}""",
        """{"type":"not_found_error"}""",
        """{"error":{"type":"not_found_error","message":"no route"}}""",
        """{"type":"problem","error":{"type":"not_found_error"}}""",
        """[{"type":"error","error":{"type":"not_found_error"}}]""",
        OfService[..^1],
        OfService + "x",
    ];

    private static readonly string Id = TestProfiles.IdOf(1);

    private static readonly (string Route, Func<ProfilesClient, Task> Call)[] Calls =
    [
        ("", client => client.Query().ToListAsync().AsTask()),
        ("", client => client.Query().CountAsync().AsTask()),
        ("", client => client.Query().AnyAsync(p => p.Name == "x").AsTask()),
        ("", client => client.Query().ExecuteDeleteAsync(new() { AllowAll = true })),
        ("", client => client.CreateAsync(new() { Name = "Ada" })),
        ("/{id}", client => client.Query().Where(p => p.Id == Id).ToListAsync().AsTask()),
        ("/{id}", client => client.Query().SingleOrDefaultAsync(p => p.Id == Id).AsTask()),
        ("/{id}", client => client.Query().Where(p => p.Id == Id).ExecuteDeleteAsync()),
        ("/{id}", client => client.GetAsync(Id)),
        ("/{id}", client => client.UpdateAsync(Id, new() { Name = "Ada" })),
        ("/{id}", client => client.DeleteAsync(Id)),
        ("/{id}/action_urls", client => client.CreateActionUrlAsync(Id)),
        ("/{id}/providers/google/data_controls", client => client.DataControls.GetAsync(Id)),
    ];

    public static TheoryData<TransportKind, int> EveryCall
    {
        get
        {
            TheoryData<TransportKind, int> all = [];
            foreach (var kind in Enum.GetValues<TransportKind>())
            {
                for (var i = 0; i < Calls.Length; i++)
                    all.Add(kind, i);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task ForeignBody_IsAnErrorThatNamesTheAddress(TransportKind kind, int number)
    {
        var (route, call) = Calls[number];
        await using var service = await kind.StartAsync();
        foreach (var body in Foreign)
        {
            service.Emulator.Intercept = _ => EmulatorResponse.Text(404, body);

            var failure = await RefusalAsync(service, call);

            Assert.False(failure.IsOfService, body);
            Assert.EndsWith(
                $" The request went to {service.Emulator.BaseUrl}/v1/user_profiles{route}.",
                failure.Message
            );
            Assert.DoesNotContain(Id, failure.Message);
        }
        Assert.Equal(3, service.Emulator.Profiles.Count);
    }

    [Fact]
    public async Task AddressWithAPath_IsNamedWithIt()
    {
        using var http = new HttpClient(
            new StubHandler(_ => new(System.Net.HttpStatusCode.NotFound) { Content = new StringContent("no") })
        );
        using var client = TransportKind.HttpClient.Client("https://gw.test/claude/", http);

        var failure = await client.FailAsync<ProfilesNotFoundException>();

        Assert.EndsWith("The request went to https://gw.test/claude/v1/user_profiles.", failure.Message);
    }

    /// <summary>Lookups and details of a query, and both deletes.</summary>
    [Theory]
    [OverBothTransports]
    public async Task BodyOfTheService_MeansThatTheProfileIsGone(TransportKind kind)
    {
        await using var service = await kind.StartAsync();
        service.Emulator.Intercept = request =>
            request.PathAndQuery.EndsWith(Id, StringComparison.Ordinal) ? EmulatorResponse.Json(404, OfService) : null;

        Assert.Empty(await service.Query().Where(p => p.Id == Id).ToListAsync());
        Assert.Equal(2, (await service.Query().WithDetails().ToListAsync()).Count);
        Assert.Equal(1, (await service.Query().Where(p => p.Name != "x").ExecuteDeleteAsync()).Unchanged);
        var failure = await Assert.ThrowsAsync<ProfilesNotFoundException>(() => service.Client.GetAsync(Id));
        Assert.Equal("not_found_error", failure.ErrorType);
    }

    [Theory]
    [OverBothTransports]
    public async Task ForeignBodyWithinDetails_IsAnError(TransportKind kind)
    {
        await using var service = await kind.StartAsync();
        service.Emulator.Intercept = request =>
            request.PathAndQuery.EndsWith(Id, StringComparison.Ordinal) ? EmulatorResponse.Text(404, "<html>") : null;

        var failure = await Assert.ThrowsAsync<ProfilesNotFoundException>(async () =>
            await service.Query().WithDetails().ToListAsync()
        );

        Assert.NotNull(failure.ResumeToken);
    }

    private static async Task<ProfilesNotFoundException> RefusalAsync(
        TestService service,
        Func<ProfilesClient, Task> call
    )
    {
        var thrown = await Assert.ThrowsAnyAsync<ProfilesException>(() => call(service.Client));
        return Assert.IsType<ProfilesNotFoundException>(
            thrown is ProfilesBulkWriteException ? thrown.InnerException : thrown
        );
    }
}
