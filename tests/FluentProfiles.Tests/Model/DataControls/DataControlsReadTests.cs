using System.Text.Json;
using System.Text.Json.Nodes;
using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Model;

public sealed class DataControlsReadTests
{
    private const string Id = "uprof_011CZkZCu8hGbp5mYRQgUmz9";

    private static readonly string Sample = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Fixtures", "data-controls.json")
    );

    [Fact]
    public async Task Sample_IsReadAsAWhole()
    {
        var controls = await ReadAsync(Sample);

        Assert.Equal(
            ("google_managed_data_controls", Id, "k7f3q9", Fixture.Time("2026-11-24T10:00:00Z")),
            (controls.Type, controls.UserProfileId, controls.BucketLabelValue, controls.UpdatedAt)
        );
        Assert.Empty(controls.AdditionalProperties);
        Assert.Equal(Id, controls.ToString());
    }

    [Fact]
    public async Task Sample_HasItsKeys()
    {
        var cmek = Assert.IsType<CmekEnabled>((await ReadAsync(Sample)).Cmek);

        Assert.Equal(DataControlType.Enabled, cmek.Type);
        Assert.Equal("ekey_011CZkZTest0000000000001", cmek.ExternalKeyIds["us"]);
        Assert.Null(cmek.ExternalKeyIds["eu"]);
        var retired = Assert.Single(cmek.RetiredKeys);
        Assert.Equal(
            ("ekey_011CZkZTest0000000000000", "us", Fixture.Time("2026-12-24T10:00:00Z")),
            (retired.ExternalKeyId, retired.Region, retired.ExpiresAt)
        );
        var us = cmek.Status["us"]!;
        Assert.Equal((RegionStatusType.Active, "ekey_011CZkZTest0000000000001"), (us.Type, us.EffectiveExternalKeyId));
        Assert.Null(us.Error);
        Assert.Equal(Fixture.Time("2026-11-25T01:00:00Z"), us.LastCheckedAt);
        Assert.Equal(Fixture.Time("2026-11-24T10:05:00Z"), us.ValidatedAt);
        Assert.Equal(RegionStatusType.NotConfigured, cmek.Status["eu"]!.Type);
        var mars = cmek.Status["mars"]!;
        Assert.Equal(("terraforming", false), (mars.Type.ToString(), mars.Type.IsKnown));
    }

    [Fact]
    public async Task Sample_HasItsBuckets()
    {
        var storage = Assert.IsType<StorageEnabled>((await ReadAsync(Sample)).Storage);

        var eu = storage.Buckets["eu"]!;
        Assert.Equal(("acme-eu", "123456789012"), (eu.BucketName, eu.ProjectNumber));
        Assert.Equal((null, null, null), (eu.ProjectId, eu.Location, eu.KmsKeyName));
        Assert.Empty(storage.RetiredBuckets);
        var status = storage.Status["eu"]!;
        Assert.Equal((RegionStatusType.Pending, null, null), (status.Type, status.EffectiveBucket, status.ValidatedAt));
        var failed = Assert.Single(status.FailedChecks);
        Assert.Equal(
            (StorageCheck.GrantMismatch, "The ingest account has no access.", StorageRole.Ingest),
            (failed.Check, failed.Message, failed.Role)
        );
    }

    [Fact]
    public async Task BucketInForceAndRetiredOne_AreRead()
    {
        var storage = Assert.IsType<StorageEnabled>(
            (
                await ReadAsync(
                    With(
                        "storage",
                        """
                        {"buckets":{"us":{"bucket_name":"b","project_number":"7","project_id":"p","location":"US","kms_key_name":"k"}},
                        "retired_buckets":[{"bucket_name":"a","project_number":"7","region":"us","expires_at":"2026-12-24T10:00:00Z"}],
                        "status":{"us":{"type":"failed","effective_bucket":{"bucket_name":"a","project_number":"7"},
                        "failed_checks":[{"check":"encryption","message":"m","role":null}]}},"type":"enabled"}
                        """
                    )
                )
            ).Storage
        );

        var us = storage.Buckets["us"]!;
        Assert.Equal(("p", "US", "k"), (us.ProjectId, us.Location, us.KmsKeyName));
        var retired = Assert.Single(storage.RetiredBuckets);
        Assert.Equal(("a", "7", "us"), (retired.BucketName, retired.ProjectNumber, retired.Region));
        Assert.Equal(
            ("a", "7"),
            (storage.Status["us"]!.EffectiveBucket!.BucketName, storage.Status["us"]!.EffectiveBucket!.ProjectNumber)
        );
        Assert.Equal(default, Assert.Single(storage.Status["us"]!.FailedChecks).Role);
    }

    [Fact]
    public async Task Disabled_KeepsWhatIsRetired()
    {
        var cmek = Assert.IsType<CmekDisabled>(
            (
                await ReadAsync(
                    With(
                        "cmek",
                        """{"type":"disabled","retired_keys":[{"external_key_id":"ekey_1","region":"us","expires_at":"2026-12-24T10:00:00Z"}]}"""
                    )
                )
            ).Cmek
        );

        Assert.Equal((DataControlType.Disabled, "ekey_1"), (cmek.Type, Assert.Single(cmek.RetiredKeys).ExternalKeyId));
    }

    [Theory]
    [InlineData("""{"type":"rotating","schedule":{"days":30},"retired_keys":[]}""", "rotating")]
    [InlineData("""{"schedule":{"days":30},"retired_keys":[],"type":"Enabled"}""", "Enabled")]
    [InlineData("""{"schedule":{"days":30}}""", "")]
    [InlineData("""{"schedule":{"days":30},"type":null}""", "")]
    public async Task UnknownKind_IsKeptWithItsMembers(string cmek, string type)
    {
        var unknown = Assert.IsType<CmekUnknown>((await ReadAsync(With("cmek", cmek))).Cmek);

        Assert.Equal(type, unknown.Type.ToString());
        Assert.Equal("""{"days":30}""", unknown.AdditionalProperties["schedule"]!.Value.GetRawText());
        Assert.Single(unknown.AdditionalProperties);
    }

    [Fact]
    public async Task UnknownKindOfStorage_IsKeptWithItsMembers()
    {
        var unknown = Assert.IsType<StorageUnknown>(
            (await ReadAsync(With("storage", """{"buckets":{},"type":"mirrored"}"""))).Storage
        );

        Assert.Equal(
            ("mirrored", "buckets"),
            (unknown.Type.ToString(), Assert.Single(unknown.AdditionalProperties).Key)
        );
    }

    [Theory]
    [InlineData("cmek")]
    [InlineData("storage")]
    public async Task ControlThatIsMissingOrNull_IsUnknownWithoutAType(string member)
    {
        var missing = JsonNode.Parse(Sample)!.AsObject();
        missing.Remove(member);

        foreach (var body in new[] { missing.ToJsonString(), With(member, "null") })
        {
            var controls = await ReadAsync(body);
            Assert.Equal(
                default,
                member == "cmek"
                    ? Assert.IsType<CmekUnknown>(controls.Cmek).Type
                    : Assert.IsType<StorageUnknown>(controls.Storage).Type
            );
        }
    }

    [Fact]
    public async Task NewMember_IsKeptAtEveryLevel()
    {
        var sample = JsonNode.Parse(Sample)!;
        foreach (var part in Objects(sample).Where(part => part.GetPath() is not ("$.cmek.external_key_ids")).ToList())
            part["brand_new"] = JsonNode.Parse("""{"of":"tomorrow"}""");

        var controls = await ReadAsync(sample.ToJsonString());

        var (cmek, storage) = ((CmekEnabled)controls.Cmek, (StorageEnabled)controls.Storage);
        AdditionalProperties[] kept =
        [
            controls.AdditionalProperties,
            cmek.AdditionalProperties,
            cmek.RetiredKeys[0].AdditionalProperties,
            cmek.Status["us"]!.AdditionalProperties,
            storage.AdditionalProperties,
            storage.Buckets["eu"]!.AdditionalProperties,
            storage.Status["eu"]!.AdditionalProperties,
            storage.Status["eu"]!.FailedChecks[0].AdditionalProperties,
        ];
        Assert.All(kept, each => Assert.Equal("tomorrow", each["brand_new"]!.Value.GetProperty("of").GetString()));
    }

    /// <summary>Each value of the sample in turn is missing, null, or of another kind.</summary>
    [Fact]
    public async Task AnythingElse_IsReadOrNotUnderstood()
    {
        var (read, refused) = (0, 0);
        await using var service = await TestService.StartAsync(0);
        foreach (var body in Mutants())
        {
            service.Emulator.AnswerWith(body);
            try
            {
                var controls = await service.Client.DataControls.GetAsync(Id);
                Assert.NotNull(JsonSerializer.Serialize(controls));
                read++;
            }
            catch (ProfilesProtocolException)
            {
                refused++;
            }
        }
        Assert.True(read > 100 && refused > 100, $"{read} were read, {refused} were not");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"user_profile_id":"uprof_011CZkZCu8hGbp5mYRQgUmz9"} {}""")]
    [InlineData("""{"user_profile_id":"uprof_011CZkZCu8hGbp5mYRQgUmz9","cmek":[]}""")]
    [InlineData("""{"user_profile_id":"uprof_011CZkZCu8hGbp5mYRQgUmz9","cmek":{"type":5}}""")]
    [InlineData("""{"user_profile_id":"uprof_011CZkZCu8hGbp5mYRQgUmz9","cmek":{"type":"enabled","type":"disabled"}}""")]
    public async Task AnswerThatIsNoSuchObject_IsAProtocolError(string body)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ => EmulatorResponse.Json(200, body).WithHeader("request-id", "req_1");

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(() =>
            service.Client.DataControls.GetAsync(Id)
        );

        Assert.Equal("req_1", failure.RequestId);
    }

    [Fact]
    public async Task Controls_AreWrittenAsJsonWithTheMembersOfTheirKind()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(await ReadAsync(Sample)));

        var cmek = json.RootElement.GetProperty("cmek");
        Assert.Equal("enabled", cmek.GetProperty("type").GetString());
        Assert.Equal(
            "ekey_011CZkZTest0000000000001",
            cmek.GetProperty("external_key_ids").GetProperty("us").GetString()
        );
    }

    private static async Task<DataControls> ReadAsync(string body)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(body);
        return await service.Client.DataControls.GetAsync(Id);
    }

    private static string With(string member, string value)
    {
        var sample = JsonNode.Parse(Sample)!;
        sample[member] = JsonNode.Parse(value);
        return sample.ToJsonString();
    }

    private static IEnumerable<string> Mutants()
    {
        string?[] others = [null, "null", "true", "5", "\"odd\"", "[]", "[null]", "{}", """{"us":null}"""];
        var paths = Nodes(JsonNode.Parse(Sample)!).Select(node => node.GetPath()).ToList();
        foreach (var path in paths.Where(path => path is not ("$" or "$.user_profile_id")))
        {
            foreach (var other in others)
            {
                var sample = JsonNode.Parse(Sample)!;
                var node = Nodes(sample).Single(node => node.GetPath() == path);
                if (other is not null)
                    node.ReplaceWith(JsonNode.Parse(other));
                else if (node.Parent is JsonObject parent)
                    parent.Remove(node.GetPropertyName());
                yield return sample.ToJsonString();
            }
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode root) => Nodes(root).OfType<JsonObject>();

    private static IEnumerable<JsonNode> Nodes(JsonNode root) =>
        (
            root switch
            {
                JsonObject members => members.Select(member => member.Value),
                JsonArray items => items,
                _ => [],
            }
        )
            .OfType<JsonNode>()
            .SelectMany(Nodes)
            .Prepend(root);
}
