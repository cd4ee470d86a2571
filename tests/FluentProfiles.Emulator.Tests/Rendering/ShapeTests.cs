using System.Text.Json;

namespace FluentProfiles.Emulator.Tests.Rendering;

public sealed class ShapeTests
{
    private const string Common =
        "{'id':'uprof_1','type':'user_profile','created_at':'2026-05-01T12:34:56.789012Z',"
        + "'updated_at':'2026-06-02T01:02:03.5Z','metadata':{'plan':'pro'},'name':'Łódź \\\"Acme\\\"',";

    private const string Grants = "'trust_grants':{'cyber':{'status':'active'}},";

    private const string Details =
        "'external_user_details':{'account_status':null,'country':'US','email_hash':null,'entity_type':null,"
        + "'name_hash':null,'onboarded_at':'2026-05-01T12:34:56Z','reference_id':'user-17'}";

    private const string Enforcement =
        ",'enforcement_status':'banned','enforcement_actions':[{'id':'enac_1','type':'ban','action':null,"
        + "'expires_at':null,'opened_at':'2026-05-01T12:34:56Z','reason':'high_harm'}],";

    private const string Cyber =
        "'programs':{'cyber':{'status':'active','requirements':{'data_retention':true,'human_review':false},";

    public static TheoryData<string?, string> Shapes { get; } =
        new()
        {
            { Samples.V1, Common + Grants + "'external_id':'user-17','relationship':'resold'}" },
            {
                Samples.V2,
                Common
                    + Grants
                    + "'external_id':'user-17','access_type':'passthrough',"
                    + "'external_user_onboarded_at':'2026-05-01T12:34:56Z'}"
            },
            { Samples.V3, Common + Grants + "'access_type':'passthrough'," + Details + "}" },
            {
                null,
                Common + "'access_type':'passthrough'," + Details + Enforcement + Cyber + "'tiers':{}},'efs':null}}"
            },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task ListOfEachRevision_HasExactlyItsMembers(string? beta, string expected)
    {
        await using var service = await Service.HoldingAsync(Samples.Full);
        var list = await service.ListAsync(beta: beta);
        Assert.Equal(expected.Replace('\'', '"'), list.Data.Single().GetRawText());
    }

    [Fact]
    public async Task GetOfCurrentRevision_ReportsTiersAndEfs()
    {
        await using var service = await Service.HoldingAsync(Samples.Full);
        var got = await service.GetAsync("uprof_1");
        var expected =
            Common
            + "'access_type':'passthrough',"
            + Details
            + Enforcement
            + Cyber
            + "'tiers':{'a':{'status':'active'}}},'efs':{'status':'pending','features':{'cmek':{'status':'inactive'}}}}}";
        Assert.Equal(expected.Replace('\'', '"'), got.Body.GetRawText());
    }

    [Fact]
    public async Task ProfileWithNothingSet_HasEveryMemberNullOrEmpty()
    {
        await using var service = await Service.HoldingAsync(new UserProfile { Id = "uprof_1" });
        var profile = (await service.ListAsync()).Data.Single();
        Assert.Equal(JsonValueKind.Null, profile.GetProperty("name").ValueKind);
        Assert.Equal("{}", profile.GetProperty("metadata").GetRawText());
        Assert.Equal("[]", profile.GetProperty("enforcement_actions").GetRawText());
        Assert.Equal(
            7,
            profile
                .GetProperty("external_user_details")
                .EnumerateObject()
                .Count(member => member.Value.ValueKind == JsonValueKind.Null)
        );
        Assert.Equal("{\"cyber\":null,\"efs\":null}", profile.GetProperty("programs").GetRawText());
    }

    [Fact]
    public async Task UnknownValuesAndMembers_AreWrittenAsGiven()
    {
        using var json = JsonDocument.Parse("""{"x":[1,{"y":null}]}""");
        await using var service = await Service.HoldingAsync(
            new UserProfile
            {
                Id = "uprof_1",
                EnforcementStatus = "quarantined",
                AdditionalProperties = new([new("brand_new", json.RootElement.Clone())]),
            }
        );
        var profile = (await service.ListAsync()).Data.Single();
        Assert.Equal("quarantined", profile.GetProperty("enforcement_status").GetString());
        Assert.Equal("""{"x":[1,{"y":null}]}""", profile.GetProperty("brand_new").GetRawText());
    }

    [Fact]
    public async Task HalfASurrogateInAnUnknownMember_IsWrittenAsGiven()
    {
        const string Text = """["a\ud800",{"\udfff":"\ud83d\ude00"}]""";
        using var json = JsonDocument.Parse(Text);
        await using var service = await Service.HoldingAsync(
            new UserProfile { Id = "uprof_1", AdditionalProperties = new([new("brand_new", json.RootElement.Clone())]) }
        );

        Assert.Equal(Text, (await service.ListAsync()).Data.Single().GetProperty("brand_new").GetRawText());
    }

    [Fact]
    public async Task BillingBeta_DecidesNoShape()
    {
        await using var service = await Service.HoldingAsync(Samples.Full);
        var list = await service.ListAsync(beta: $"user-profiles-billing-2026-10-01, {Samples.V1}");
        Assert.True(list.Data.Single().TryGetProperty("relationship", out _));
        list = await service.ListAsync(beta: "user-profiles-billing-2026-10-01");
        Assert.True(list.Data.Single().TryGetProperty("programs", out _));
    }
}
