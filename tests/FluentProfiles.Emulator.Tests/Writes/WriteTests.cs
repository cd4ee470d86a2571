using System.Text.Json;
using FluentProfiles.Emulator.Tests.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Emulator.Tests.Writes;

public sealed class WriteTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Create_GivesAProfileThatIsThere()
    {
        await using var service = await StartAsync();
        var created = await service.PostAsync(
            "",
            """{"name":"Ada","metadata":{"plan":"pro"},"external_user_details":{"country":"PL","onboarded_at":"2026-11-20T09:00:30+01:00"}}"""
        );
        Assert.Equal(200, created.Status);
        var id = created.Body.GetProperty("id").GetString()!;
        Assert.Equal("2026-11-20T08:00:00Z", created.Body.GetProperty("created_at").GetString());
        Assert.Equal("application", created.Body.GetProperty("access_type").GetString());
        Assert.Equal("unrestricted", created.Body.GetProperty("enforcement_status").GetString());
        Assert.Equal("2026-11-20T08:00:30Z", Details(created, "onboarded_at"));
        Assert.Equal(created.Body.GetRawText(), (await service.GetAsync(id)).Body.GetRawText());
        Assert.Equal(id, (await service.ListAsync("limit=1")).Ids.Single());
        Assert.Equal(id, service.Emulator.Profiles[0].Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{'name':5}")]
    [InlineData("{'name':'\\ud800'}")]
    [InlineData("{'metadata':{'\\ud800':'x'}}")]
    [InlineData("{'nom':'x'}")]
    [InlineData("{'id':'uprof_1'}")]
    [InlineData("{'enforcement_status':'banned'}")]
    [InlineData("{'metadata':[]}")]
    [InlineData("{'metadata':{'a':''}}")]
    [InlineData("{'metadata':{'a':1}}")]
    [InlineData("{'metadata':{'':'x'}}")]
    [InlineData("{'access_type':'agent'}")]
    [InlineData("{'relationship':'internal'}")]
    [InlineData("{'external_id':'x'}")]
    [InlineData("{'external_user_onboarded_at':'2026-01-01T00:00:00Z'}")]
    [InlineData("{'external_user_details':null}")]
    [InlineData("{'external_user_details':{'country':'us'}}")]
    [InlineData("{'external_user_details':{'country':'USA'}}")]
    [InlineData("{'external_user_details':{'email_hash':''}}")]
    [InlineData("{'external_user_details':{'entity_type':'robot'}}")]
    [InlineData("{'external_user_details':{'account_status':'odd'}}")]
    [InlineData("{'external_user_details':{'onboarded_at':'2026-01-01'}}")]
    [InlineData("{'external_user_details':{'onboarded_at':'2026-13-01T00:00:00Z'}}")]
    [InlineData("{'external_user_details':{'onboarded_at':'2026-11-20T08:01:01Z'}}")]
    [InlineData("{'external_user_details':{'nickname':'x'}}")]
    public async Task CreateWithBadBody_IsInvalid(string body)
    {
        await using var service = await StartAsync();
        var reply = await service.PostAsync("", body.Replace('\'', '"'));
        RequestCheckTests.AssertError(reply, 400, "invalid_request_error");
        Assert.Single(service.Emulator.Profiles);
    }

    [Theory]
    [InlineData("name", 255, true)]
    [InlineData("name", 256, false)]
    [InlineData("reference_id", 255, true)]
    [InlineData("reference_id", 256, false)]
    [InlineData("metadata_key", 64, true)]
    [InlineData("metadata_key", 65, false)]
    [InlineData("metadata_value", 512, true)]
    [InlineData("metadata_value", 513, false)]
    [InlineData("metadata_pairs", 16, true)]
    [InlineData("metadata_pairs", 17, false)]
    public async Task CreateAtALimit_IsAcceptedAndBeyondIsNot(string what, int size, bool accepted)
    {
        var text = new string('x', size);
        object body = what switch
        {
            "name" => new { name = text },
            "reference_id" => new { external_user_details = new { reference_id = text } },
            "metadata_key" => new { metadata = new Dictionary<string, string> { [text] = "v" } },
            "metadata_value" => new { metadata = new { key = text } },
            _ => new { metadata = Enumerable.Range(0, size).ToDictionary(i => $"k{i}", _ => "v") },
        };
        await using var service = await StartAsync();
        Assert.Equal(accepted ? 200 : 400, (await service.PostAsync("", JsonSerializer.Serialize(body))).Status);
    }

    [Theory]
    [InlineData(Samples.V1, "{'external_id':'x','relationship':'internal'}", 200)]
    [InlineData(Samples.V1, "{'relationship':'resold'}", 400)]
    [InlineData(Samples.V1, "{'relationship':'resold','name':'Acme'}", 200)]
    [InlineData(Samples.V1, "{'access_type':'application'}", 400)]
    [InlineData(Samples.V1, "{'external_user_onboarded_at':'2026-01-01T00:00:00Z'}", 400)]
    [InlineData(Samples.V1, "{'external_user_details':{}}", 400)]
    [InlineData(Samples.V2, "{'external_id':'x','external_user_onboarded_at':'2026-01-01T00:00:00Z'}", 200)]
    [InlineData(Samples.V2, "{'access_type':'passthrough'}", 200)]
    [InlineData(Samples.V2, "{'relationship':'internal'}", 400)]
    [InlineData(Samples.V2, "{'external_user_details':{}}", 400)]
    [InlineData(Samples.V3, "{'external_user_details':{},'access_type':'passthrough'}", 200)]
    [InlineData(Samples.V3, "{'external_id':'x'}", 400)]
    [InlineData(Samples.V3, "{'external_user_onboarded_at':'2026-01-01T00:00:00Z'}", 400)]
    public async Task Create_TakesTheFieldsOfItsRevision(string beta, string body, int status)
    {
        await using var service = await StartAsync();
        Assert.Equal(status, (await service.PostAsync("", body.Replace('\'', '"'), beta)).Status);
    }

    [Fact]
    public async Task FieldsThatMoved_AreOneFieldUnderTwoNames()
    {
        await using var service = await StartAsync();
        await service.PostAsync("/uprof_1", """{"external_id":"new","relationship":"internal"}""", Samples.V1);
        await service.PostAsync("/uprof_1", """{"external_user_onboarded_at":"2026-01-01T00:00:00Z"}""", Samples.V2);
        var current = await service.GetAsync("uprof_1");
        Assert.Equal("new", Details(current, "reference_id"));
        Assert.Equal("2026-01-01T00:00:00Z", Details(current, "onboarded_at"));
        Assert.Equal("application", current.Body.GetProperty("access_type").GetString());
        await service.PostAsync(
            "/uprof_1",
            """{"access_type":"passthrough","external_user_details":{"reference_id":"r"}}"""
        );
        var first = await service.GetAsync("uprof_1", Samples.V1);
        Assert.Equal("r", first.Body.GetProperty("external_id").GetString());
        Assert.Equal("resold", first.Body.GetProperty("relationship").GetString());
    }

    [Fact]
    public async Task Update_ChangesWhatItNamesAndNothingElse()
    {
        await using var service = await StartAsync();
        var before = await service.GetAsync("uprof_1");
        var reply = await service.PostAsync("/uprof_1", "{}");
        Assert.Equal("2026-11-20T08:00:00Z", reply.Body.GetProperty("updated_at").GetString());
        var after = await service.GetAsync("uprof_1");
        Assert.Equal(
            before.Body.GetRawText().Replace("2026-06-02T01:02:03.5Z", "2026-11-20T08:00:00Z"),
            after.Body.GetRawText()
        );
        reply = await service.PostAsync("/uprof_1", """{"external_user_details":{"country":"FR"}}""");
        Assert.Equal("FR", Details(reply, "country"));
        Assert.Equal("user-17", Details(reply, "reference_id"));
    }

    [Fact]
    public async Task Update_KeepsOtherMetadata()
    {
        await using var service = await StartAsync();
        var reply = await service.PostAsync("/uprof_1", """{"metadata":{"plan":"","seat":"4"}}""");
        Assert.Equal("""{"seat":"4"}""", reply.Body.GetProperty("metadata").GetRawText());
        var many = string.Join(",", Enumerable.Range(0, 16).Select(i => $"\"k{i}\":\"v\""));
        RequestCheckTests.AssertError(
            await service.PostAsync("/uprof_1", $$$"""{"metadata":{{{{many}}}}}"""),
            400,
            "invalid_request_error"
        );
    }

    [Theory]
    [InlineData("{'external_user_details':{'country':null}}", 400)]
    [InlineData("{'external_user_details':{'onboarded_at':null}}", 400)]
    [InlineData("{'name':null}", 200)]
    [InlineData("{'access_type':null}", 200)]
    public async Task UpdateToNull_IsAcceptedOnlyWhereAValueCanBeCleared(string body, int status)
    {
        await using var service = await StartAsync();
        Assert.Equal(status, (await service.PostAsync("/uprof_1", body.Replace('\'', '"'))).Status);
    }

    [Fact]
    public async Task Update_AnswersLikeAList()
    {
        await using var service = await StartAsync();
        var reply = await service.PostAsync("/uprof_1", "{}");
        var programs = reply.Body.GetProperty("programs");
        Assert.Equal("{}", programs.GetProperty("cyber").GetProperty("tiers").GetRawText());
        Assert.Equal(JsonValueKind.Null, programs.GetProperty("efs").ValueKind);
    }

    [Fact]
    public async Task Delete_TakesTheProfileAway()
    {
        await using var service = await StartAsync();
        var reply = await service.DeleteAsync("uprof_1");
        Assert.Equal("""{"id":"uprof_1","type":"user_profile_deleted"}""", reply.Body.GetRawText());
        Assert.Equal(404, (await service.GetAsync("uprof_1")).Status);
        Assert.Equal(404, (await service.DeleteAsync("uprof_1")).Status);
        Assert.Equal(404, (await service.PostAsync("/uprof_1", "{}")).Status);
        Assert.Empty((await service.ListAsync()).Ids);
        Assert.Equal("uprof_1", service.Emulator.Add(Samples.Full).Id);
        Assert.Equal(["uprof_1"], (await service.ListAsync()).Ids);
    }

    [Theory]
    [InlineData("/uprof_1/action_urls", "{'action':{'type':'enroll_end_user'}}", null, "user_profile_action_url")]
    [InlineData("/uprof_1/action_urls", "{'action':{'type':'enroll_end_user'}}", Samples.V2, "user_profile_action_url")]
    [InlineData("/uprof_1/enrollment_url", "", Samples.V2, "enrollment_url")]
    public async Task CustomerUrl_IsMade(string rest, string body, string? beta, string type)
    {
        await using var service = await StartAsync();
        var reply = await service.PostAsync(rest, body.Replace('\'', '"'), beta);
        Assert.Equal(type, reply.Body.GetProperty("type").GetString());
        Assert.StartsWith("https://", reply.Body.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-11-20T09:00:00Z", reply.Body.GetProperty("expires_at").GetString());
    }

    [Theory]
    [InlineData("/uprof_1/enrollment_url", "", 404)]
    [InlineData("/uprof_1/other", "{}", 404)]
    [InlineData("/uprof_2/action_urls", "{'action':{'type':'enroll_end_user'}}", 404)]
    [InlineData("/uprof_1/action_urls", "{}", 400)]
    [InlineData("/uprof_1/action_urls", "{'action':{'type':'dance'}}", 400)]
    public async Task CustomerUrlWronglyAskedFor_IsAnError(string rest, string body, int status)
    {
        await using var service = await StartAsync();
        Assert.Equal(status, (await service.PostAsync(rest, body.Replace('\'', '"'))).Status);
    }

    [Fact]
    public async Task BodyOverOneMebibyte_IsTooLarge()
    {
        await using var service = await StartAsync();
        var reply = await service.PostAsync("", $$"""{"name":"{{new string('x', 1024 * 1024)}}"}""");
        RequestCheckTests.AssertError(reply, 413, "request_too_large");
    }

    private static Task<Service> StartAsync() =>
        Service.StartAsync(new() { Profiles = [Samples.Full], TimeProvider = new FakeTimeProvider(Now) });

    private static string? Details(Reply reply, string member) =>
        reply.Body.GetProperty("external_user_details").GetProperty(member).GetString();
}
