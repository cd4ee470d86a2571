using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http.Calls;

/// <summary>A single answer is that of the profile that was asked for, or no answer.</summary>
public sealed class AnsweredIdTests
{
    private const string Asked = "uprof_caf\u00e9";

    private static readonly string[] ByAnyMethod = ["get", "update", "delete", "data controls", "set data controls"];

    private static readonly string[] ByGet = ["look-up", "look-ups", "look-up of a name", "delete of a look-up"];

    // As the value of the member, or as the whole of it.
    private static readonly string[] WrongIds =
    [
        "\"uprof_other\"",
        "\"UPROF_CAF\u00c9\"",
        "\"uprof_Caf\u00e9\"",
        "\"uprof_cafe\\u0301\"",
        "\"uprof_caf\u00e9 \"",
        "\" uprof_caf\u00e9\"",
        "\"uprof_caf\u00e9\\u0000\"",
        "\"uprof_caf%C3%A9\"",
        "\"uprof_caf\\ufffd\"",
        "\"uprof_caf\\ud800\"",
        "\"\"",
        "null",
        "7",
        "[\"uprof_caf\u00e9\"]",
        "{\"id\":\"uprof_caf\u00e9\"}",
    ];

    private static readonly string[] WrongMembers =
    [
        "",
        $"\"ID\":\"{Asked}\"",
        $"\"Id\":\"{Asked}\"",
        $"\"id \":\"{Asked}\"",
        $"\"profile\":{{\"id\":\"{Asked}\"}}",
        $"\"id\":\"{Asked}\",\"id\":\"uprof_other\"",
        $"\"id\":\"uprof_other\",\"id\":\"{Asked}\"",
        $"\"id\":\"{Asked}\",\"\\u0069d\":\"uprof_other\"",
        $"\"id\":\"{Asked}\",\"id\":\"{Asked}\"",
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (var call in ByAnyMethod.Concat(ByGet))
            {
                foreach (var id in WrongIds)
                    cases.Add(call, $"\"id\":{id}");
                foreach (var member in WrongMembers)
                    cases.Add(call, member);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task AnotherProfile_Throws(string call, string member)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ => EmulatorResponse.Json(200, Answer(call, member));

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(service.Client, call));

        var protocol = Assert.IsType<ProfilesProtocolException>(
            failure is ProfilesBulkWriteException bulk ? bulk.InnerException : failure
        );
        Assert.DoesNotContain(protocol.Message, char.IsControl);
        Assert.InRange(protocol.Message.Length, 1, 1000);
        Assert.Single(service.Requests.Distinct());
    }

    [Theory]
    [InlineData("\"id\":\"uprof_caf\u00e9\"")]
    [InlineData("\"id\":\"uprof_caf\\u00E9\"")]
    [InlineData("\"\\u0069d\":\"uprof_caf\u00e9\"")]
    [InlineData("\"ID\":\"uprof_other\",\"id\":\"uprof_caf\u00e9\",\"Id\":7")]
    public async Task TheSameId_IsRead(string member)
    {
        await using var service = await TestService.StartAsync(0);

        foreach (var call in ByAnyMethod.Concat(ByGet))
        {
            service.Emulator.Intercept = _ => EmulatorResponse.Json(200, Answer(call, member));
            await SendAsync(service.Client, call);
        }

        Assert.Equal(ByAnyMethod.Length + ByGet.Length + 1, service.Requests.Count);
    }

    [Fact]
    public async Task Failure_NamesBothIdsOfBoundedLength()
    {
        await using var service = await TestService.StartAsync(0);
        var answered = "uprof_b\\n\\u202e" + new string('x', 900);
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Json(200, $$"""{"id":"{{answered}}"}""").WithHeader("request-id", "req_7");

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(() => service.Client.GetAsync("uprof_a"));

        Assert.StartsWith(
            "The response contradicts the request: a request for the profile 'uprof_a' returned the profile 'uprof_b",
            failure.Message
        );
        Assert.InRange(failure.Message.Length, 200, 500);
        Assert.DoesNotContain(failure.Message, letter => char.IsControl(letter) || letter == '\u202e');
        Assert.Equal("req_7", failure.RequestId);
    }

    [Fact]
    public async Task DetailsOfAnother_EndTheRunWithATokenThatGoesOn()
    {
        await using var service = await TestService.StartAsync(6);
        service.Emulator.Intercept = request =>
            request.PathAndQuery.EndsWith(TestProfiles.IdOf(2), StringComparison.Ordinal)
                ? EmulatorResponse.Json(
                    200,
                    $$"""{"id":"{{TestProfiles.IdOf(3)}}","created_at":"{{Answers.Created}}"}"""
                )
                : null;
        var query = service.Query().WithPageSize(3).WithDetails(1);
        List<string> ids = [];

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
        {
            await foreach (var profile in query)
                ids.Add(profile.Id);
        });
        service.Emulator.Intercept = null;
        ids.AddRange(await query.ResumeFrom(failure.ResumeToken).Select(p => p.Id).ToListAsync());

        Assert.Equal(TestProfiles.Newest(6, 6), ids);
    }

    [Fact]
    public async Task DeleteOfALookUp_WritesNothing()
    {
        await using var service = await TestService.StartAsync(5);
        var intermediary = new Intermediary { Address = address => address.Replace("000001", "000002") };
        using var client = intermediary.Client(service);

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            client.Query().Where(p => p.Id == TestProfiles.IdOf(1)).ExecuteDeleteAsync()
        );

        Assert.IsType<ProfilesProtocolException>(failure.InnerException);
        Assert.Equal(5, service.Emulator.Profiles.Count);
    }

    private static string Answer(string call, string member)
    {
        var before = call switch
        {
            "data controls" or "set data controls" => "\"type\":\"google_managed_data_controls\"",
            "delete" => "\"type\":\"user_profile_deleted\"",
            _ => $"\"type\":\"user_profile\",\"created_at\":\"{Answers.Created}\",\"name\":\"Ada\"",
        };
        if (call.EndsWith("data controls", StringComparison.Ordinal))
            member = member
                .Replace("\"id\"", "\"user_profile_id\"")
                .Replace("\"\\u0069d\"", "\"\\u0075ser_profile_id\"");
        return member.Length == 0 ? $"{{{before}}}" : $"{{{before},{member}}}";
    }

    private static async Task SendAsync(ProfilesClient client, string call)
    {
        string[] ids = [Asked];
        switch (call)
        {
            case "get":
                await client.GetAsync(Asked);
                break;
            case "update":
                await client.UpdateAsync(Asked, new() { Name = "Ada" });
                break;
            case "delete":
                await client.DeleteAsync(Asked);
                break;
            case "data controls":
                await client.DataControls.GetAsync(Asked);
                break;
            case "set data controls":
                await client.DataControls.UpdateAsync(Asked, new() { Cmek = CmekChange.Disable() });
                break;
            case "look-up":
                Assert.Single(await client.Query().Where(p => p.Id == Asked).ToListAsync());
                break;
            case "look-ups":
                Assert.Equal(1, await client.Query().Where(p => ids.Contains(p.Id)).CountAsync());
                break;
            case "look-up of a name":
                Assert.Equal("Ada", await client.Query().Where(p => p.Id == Asked).Select(p => p.Name).SingleAsync());
                break;
            default:
                Assert.Equal(1, (await client.Query().Where(p => p.Id == Asked).ExecuteDeleteAsync()).Written);
                break;
        }
    }
}
