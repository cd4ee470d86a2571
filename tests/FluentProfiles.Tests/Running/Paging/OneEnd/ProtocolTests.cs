using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Running.Paging.OneEnd;

public sealed class ProtocolTests
{
    [Fact]
    public async Task RepeatedCursor_Throws()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Answers.Page("a", 1), Answers.Page("b", 2), Answers.Page("a", 3));

        var thrown = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
            await service.Query().ToListAsync()
        );

        Assert.Contains("cursor", thrown.Message, StringComparison.Ordinal);
        Assert.NotNull(thrown.ResumeToken);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task CursorOfFromPageThatComesBack_Throws()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Answers.Page("a", 1));

        await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
            await service.Query().FromPage("a").ToListAsync()
        );

        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("""{"data":[],"next_page":""}""")]
    [InlineData("""{"data":[],"next_page":7}""")]
    [InlineData("""{"data":[],"next_page":["a"]}""")]
    [InlineData("""{"next_page":null}""")]
    [InlineData("""{"data":null,"next_page":null}""")]
    [InlineData("""{"data":{},"next_page":null}""")]
    [InlineData("""{"data":[null],"next_page":null}""")]
    [InlineData("""{"data":[{"created_at":"2026-05-01T00:00:00Z"}],"next_page":null}""")]
    [InlineData("""{"data":[{"id":5}],"next_page":null}""")]
    [InlineData("""{"data":[{"id":"a","created_at":"yesterday"}],"next_page":null}""")]
    [InlineData("""{"data":[],"next_page":null""")]
    [InlineData("""{"data":[],"next_page":null} trailing""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html><body>proxy</body></html>")]
    [InlineData("")]
    public async Task SuccessThatIsNoPage_Throws(string body)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ => EmulatorResponse.Json(200, body).WithHeader("request-id", "req_7");

        var thrown = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
            await service.Query().ToListAsync()
        );

        Assert.Equal("req_7", thrown.RequestId);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task PageLargerThanAllowed_Throws()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(50),
            configureClient: options => options.MaxPageBytes = 1000
        );

        var thrown = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
            await service.Query().ToListAsync()
        );

        Assert.Contains("MaxPageBytes", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailureMidWay_HasATokenThatGoesOn()
    {
        await using var service = await TestService.StartAsync(250);
        var requests = 0;
        service.Emulator.Intercept = _ =>
            Interlocked.Increment(ref requests) == 3 ? EmulatorResponse.Json(200, "{") : null;
        List<string> ids = [];

        var thrown = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
        {
            await foreach (var profile in service.Query())
                ids.Add(profile.Id);
        });
        ids.AddRange(await service.Query().ResumeFrom(thrown.ResumeToken).Select(p => p.Id).ToListAsync());

        Assert.Equal(TestProfiles.Newest(250, 250), ids);
        Assert.Equal(4, service.Requests.Count);
    }
}
