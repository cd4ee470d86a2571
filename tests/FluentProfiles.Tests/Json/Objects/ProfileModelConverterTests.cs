using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using FluentProfiles.Emulator;
using FluentProfiles.Json;

namespace FluentProfiles.Tests.Json.Objects;

public sealed class ProfileModelConverterTests
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    private static readonly Dictionary<string, JsonSerializerOptions> AllOptions = new()
    {
        ["default"] = JsonSerializerOptions.Default,
        ["web"] = JsonSerializerOptions.Web,
        ["snake case, indented"] = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
            DictionaryKeyPolicy = JsonNamingPolicy.KebabCaseUpper,
            WriteIndented = true,
        },
        ["nulls left out"] = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull },
        ["defaults left out"] = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault },
        ["generated"] = new() { TypeInfoResolver = ModelJsonContext.Default },
        ["generated, camel case"] = new()
        {
            TypeInfoResolver = ModelJsonContext.Default,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        },
    };

    private static readonly Gen<string> Texts = Gen.OneOf(
            "\\",
            "\"",
            "\0",
            "ü",
            "😀",
            "\uFFFD",
            "a",
            "/",
            "\u2028",
            "<"
        )
        .Array[0, 12]
        .Select(string.Concat);

    public static TheoryData<string, string> Lists
    {
        get
        {
            TheoryData<string, string> lists = [];
            foreach (var file in Directory.GetFiles(Fixtures, "list-*.json").Order(StringComparer.Ordinal))
            {
                foreach (var options in AllOptions.Keys)
                    lists.Add(Path.GetFileName(file), options);
            }
            return lists;
        }
    }

    public static TheoryData<Type> ModelTypes =>
        [
            .. typeof(UserProfile)
                .Assembly.GetExportedTypes()
                .Where(type => type.GetProperty("AdditionalProperties") is not null),
        ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void ServicesProfiles_AreEqualAfterTheRoundTrip(string file, string optionsName)
    {
        var options = AllOptions[optionsName];
        foreach (var served in Served(file))
        {
            var read = served.Deserialize<UserProfile>(options)!;
            var written = JsonSerializer.Serialize(read, options);
            var again = JsonSerializer.Deserialize<UserProfile>(written, options)!;

            ModelAssert.Equal(read, again);
            Assert.Equal(served["id"]!.GetValue<string>(), again.Id);
            Assert.Equal(written, JsonSerializer.Serialize(again, options));
        }
    }

    [Theory]
    [InlineData("list-ga.json")]
    [InlineData("list-ga-unknown-values.json")]
    public void CurrentProfile_IsWrittenAsTheServiceWritesIt(string file)
    {
        foreach (var served in Served(file))
        {
            var written = JsonNode.Parse(JsonSerializer.Serialize(served.Deserialize<UserProfile>()))!;

            Assert.True(JsonNode.DeepEquals(served, written), $"{served}\n{written}");
        }
    }

    [Theory]
    [InlineData("user-profiles-2026-03-24")]
    [InlineData("user-profiles-2026-08-18")]
    [InlineData("user-profiles-2026-09-04")]
    [InlineData("")]
    public async Task EveryProfileOfTheEmulator_IsWrittenWithNothingButWhatWasServed(string beta)
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 300 });
        var profiles = await ListedAsync(emulator.BaseUrl, beta);

        foreach (var served in profiles.Select(profile => profile!))
        {
            var written = JsonNode.Parse(JsonSerializer.Serialize(served.Deserialize<UserProfile>()))!.AsObject();
            var missing = served.DeepClone().AsObject();
            foreach (var (name, value) in written)
            {
                Assert.True(JsonNode.DeepEquals(value, served[name]) && missing.Remove(name), $"{name}\n{served}");
            }
            Assert.True(beta == "" ? missing.Count == 0 : IsWithoutValues(missing), $"{missing}\n{written}");
        }
        Assert.Equal(100, profiles.Count);
    }

    [Fact]
    public void AnyTexts_StayTheSameThroughARoundTrip() =>
        Gen.Select(Texts, Texts, Gen.Dictionary(Texts, Texts)[0, 20], Gen.DateTimeOffset, Gen.Bool)
            .Sample(
                (name, value, metadata, time, isWeb) =>
                {
                    var options = isWeb ? JsonSerializerOptions.Web : JsonSerializerOptions.Default;
                    UserProfile profile = new()
                    {
                        Id = name,
                        Name = value,
                        CreatedAt = time,
                        Metadata = metadata,
                        EnforcementStatus = value,
                        ExternalUserDetails = new()
                        {
                            ReferenceId = name,
                            OnboardedAt = time,
                            EntityType = value,
                        },
                        EnforcementActions =
                        [
                            new()
                            {
                                Id = value,
                                ExpiresAt = time,
                                Reason = name,
                            },
                        ],
                        Programs = new() { Cyber = new() { Requirements = new() { HumanReview = isWeb } } },
                        AdditionalProperties = new([new("brand_new", JsonSerializer.SerializeToElement(metadata))]),
                    };

                    var json = JsonSerializer.SerializeToUtf8Bytes(profile, options);
                    ModelAssert.Equal(profile, JsonSerializer.Deserialize<UserProfile>(json, options)!);
                },
                iter: 2_000
            );

    [Fact]
    public void DataControls_StayTheSameThroughARoundTrip()
    {
        var served = JsonNode.Parse(File.ReadAllText(Path.Combine(Fixtures, "data-controls.json")))!;
        foreach (var options in AllOptions.Values)
        {
            var read = served.Deserialize<DataControls>(options)!;
            var again = JsonSerializer.Deserialize<DataControls>(JsonSerializer.Serialize(read, options), options)!;

            ModelAssert.Equal(read, again);
            Assert.Same(read.Cmek.GetType(), again.Cmek.GetType());
        }
    }

    [Theory]
    [MemberData(nameof(ModelTypes))]
    public void EveryModelType_IsReadAndWrittenOnItsOwn(Type type)
    {
        if (type.IsAbstract)
            return;
        var empty = JsonSerializer.Serialize(Activator.CreateInstance(type), type);
        var withMore = empty[..^1] + ",\"brand_new\":[1,{\"a\":null}]}";

        var read = JsonSerializer.Deserialize(withMore, type)!;

        Assert.Contains("\"brand_new\":[1,{\"a\":null}]", JsonSerializer.Serialize(read, type));
        ModelAssert.Equal(read, JsonSerializer.Deserialize(JsonSerializer.Serialize(read, type), type)!);
        Assert.Equal("null", JsonSerializer.Serialize((object?)null, type));
        Assert.Null(JsonSerializer.Deserialize("null", type));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("[]", type));
    }

    [Fact]
    public void UnknownMembers_StayWhereTheyWere()
    {
        const string json = """
            {"id":"x","brand_new":{"deep":[1.50,"\ud800"]},"external_user_details":{"mood":"good"},"enforcement_actions":[{"id":"a","severity":3}],"programs":{"bio":{"tier":1},"cyber":{"status":"active","tiers":{"t":{"status":"active","since":2}}}}}
            """;

        var again = JsonSerializer.Deserialize<UserProfile>(
            JsonSerializer.Serialize(JsonSerializer.Deserialize<UserProfile>(json))
        )!;

        Assert.Equal("""{"deep":[1.50,"\ud800"]}""", again.AdditionalProperties["brand_new"]!.Value.GetRawText());
        Assert.Equal("good", again.ExternalUserDetails.AdditionalProperties["mood"]!.Value.GetString());
        Assert.Equal(3, again.EnforcementActions[0].AdditionalProperties["severity"]!.Value.GetInt32());
        Assert.Equal(1, again.Programs.AdditionalProperties["bio"]!.Value.GetProperty("tier").GetInt32());
        Assert.Equal(2, again.Programs.Cyber!.Tiers["t"]!.AdditionalProperties["since"]!.Value.GetInt32());
    }

    [Fact]
    public void MembersThatNoRevisionServesTogether_AreAllKept()
    {
        UserProfile mixed = new()
        {
            Id = "x",
            ExternalId = "e",
            Relationship = Relationship.Resold,
            ExternalUserOnboardedAt = TestProfiles.Start,
            TrustGrants = new() { ["cyber"] = new() { Status = TrustGrantStatus.Active } },
            EnforcementStatus = EnforcementStatus.Banned,
            Type = "odd",
        };

        ModelAssert.Equal(mixed, JsonSerializer.Deserialize<UserProfile>(JsonSerializer.Serialize(mixed))!);
    }

    [Theory]
    [InlineData("2026-05-01T00:00:00Z")]
    [InlineData("2026-05-01T00:00:00.5660721Z")]
    [InlineData("2026-05-01T00:00:00.25+05:30")]
    [InlineData("0001-01-01T00:00:00Z")]
    public void Timestamp_IsWrittenAsItWasRead(string timestamp)
    {
        var json = $$"""{"id":"x","created_at":"{{timestamp}}"}""";

        var written = JsonSerializer.Serialize(JsonSerializer.Deserialize<UserProfile>(json));

        Assert.Contains($"\"created_at\":\"{timestamp}\"", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{\"id\":5}")]
    [InlineData("{\"id\":\"x\",\"created_at\":\"yesterday\"}")]
    [InlineData("{\"id\":\"x\",\"id\":\"y\"}")]
    [InlineData("{\"id\":\"x\",\"metadata\":{\"a\":1}}")]
    [InlineData("{\"id\":\"x\",\"metadata\":{\"a\":\"1\",\"a\":\"1\"}}")]
    [InlineData("{\"id\":\"x\",\"trust_grants\":{\"a\":{},\"b\":{},\"\\u0061\":{}}}")]
    [InlineData("{\"id\":\"x\"")]
    [InlineData("<html>")]
    public void BadJson_IsAJsonExceptionWithAPath(string json)
    {
        foreach (var options in AllOptions.Values)
        {
            var alone = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<UserProfile>(json, options));
            var inAList = Assert.ThrowsAny<JsonException>(() =>
                JsonSerializer.Deserialize<List<UserProfile>>($"[{{}},{json}]", options)
            );

            Assert.StartsWith("$", alone.Path, StringComparison.Ordinal);
            Assert.StartsWith("$[1]", inAList.Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void BadMemberInAList_IsNamedWithItsPlace()
    {
        var failure = Assert.ThrowsAny<JsonException>(() =>
            JsonSerializer.Deserialize<List<UserProfile>>(
                """[{"id":"x"},{"id":"y","external_user_details":{"onboarded_at":"today"}}]"""
            )
        );

        Assert.Equal("$[1]", failure.Path);
        Assert.StartsWith("\"external_user_details.onboarded_at\": ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CollectionsStreamsAndPages_StayTheSameThroughARoundTrip()
    {
        var profiles = TestProfiles.Many(500).ToDictionary(profile => profile.Id);
        ProfilePage<UserProfile> page = new([.. profiles.Values], "next", "token", "req_1");
        using MemoryStream stream = new();
        await JsonSerializer.SerializeAsync(stream, profiles);
        stream.Position = 0;

        var read = (await JsonSerializer.DeserializeAsync<Dictionary<string, UserProfile>>(stream))!;
        var pageAgain = JsonSerializer.Deserialize<ProfilePage<UserProfile>>(
            JsonSerializer.SerializeToUtf8Bytes(page)
        )!;

        Assert.Equal(profiles.Keys, read.Keys);
        Assert.All(profiles, pair => ModelAssert.Equal(pair.Value, read[pair.Key]));
        Assert.All(page.Items.Zip(pageAgain.Items), pair => ModelAssert.Equal(pair.First, pair.Second));
        Assert.Equal(("next", "token", "req_1"), (pageAgain.NextPage, pageAgain.ResumeToken, pageAgain.RequestId));
    }

    /// <summary>What comes from a stream is read in parts: the reader does not know the end of it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DataControlsFromAStream_AreReadWithTheirMembersInAnyOrder(bool isReversed)
    {
        var served = JsonNode.Parse(File.ReadAllText(Path.Combine(Fixtures, "data-controls.json")))!;
        var one = isReversed ? Reversed(served)! : served;
        var expected = one.Deserialize<DataControls>()!;
        using MemoryStream stream = new(
            Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(one.ToJsonString(), 50))}]")
        );

        var read = (await JsonSerializer.DeserializeAsync<List<DataControls>>(stream))!;

        Assert.InRange(stream.Length, 32 * 1024, long.MaxValue);
        Assert.Equal(50, read.Count);
        Assert.All(read, controls => ModelAssert.Equal(expected, controls));
        Assert.All(read, controls => Assert.IsType<CmekEnabled>(controls.Cmek));
    }

    [Theory]
    [MemberData(nameof(ModelTypes))]
    public async Task EveryModelType_IsReadFromAStream(Type type)
    {
        if (type.IsAbstract)
            return;
        var empty = JsonSerializer.Serialize(Activator.CreateInstance(type), type);
        var withMore = empty[..^1] + $",\"brand_new\":[{string.Join(',', Enumerable.Range(0, 500))}]}}";
        using MemoryStream stream = new(
            Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(withMore, 50))}]")
        );

        var read = (Array)(await JsonSerializer.DeserializeAsync(stream, type.MakeArrayType()))!;

        Assert.Equal(50, read.Length);
        foreach (var each in read)
            ModelAssert.Equal(JsonSerializer.Deserialize(withMore, type)!, each!);
    }

    [Fact]
    public async Task SeveralProfilesAtOnce_ShareAConverterSafely()
    {
        var profiles = TestProfiles.Many(200);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 4),
            (_, _) =>
            {
                foreach (var profile in profiles)
                    ModelAssert.Equal(
                        profile,
                        JsonSerializer.Deserialize<UserProfile>(JsonSerializer.SerializeToUtf8Bytes(profile))!
                    );
                return ValueTask.CompletedTask;
            }
        );
    }

    [Fact]
    public void HandMadeUnknownMemberWithAKnownName_IsLeftOut()
    {
        UserProfile profile = new()
        {
            Id = "x",
            AdditionalProperties = new([new("name", JsonSerializer.SerializeToElement("other"))]),
        };

        Assert.Null(JsonSerializer.Deserialize<UserProfile>(JsonSerializer.Serialize(profile))!.Name);
    }

    [Fact]
    public void Converter_LeavesOtherTypesAlone()
    {
        JsonSerializerOptions options = new() { Converters = { new ProfileModelConverter() } };

        Assert.Equal("[\"a\",true]", JsonSerializer.Serialize(new object[] { "a", true }, options));
        Assert.Throws<ArgumentNullException>(() => new ProfileModelConverter().CanConvert(null!));
    }

    [Fact]
    public void GeneratedMetadata_UsesTheConverter() =>
        Assert.Equal(JsonTypeInfoKind.None, ModelJsonContext.Default.UserProfile.Kind);

    private static async Task<JsonArray> ListedAsync(string baseUrl, string beta)
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Get, $"{baseUrl.TrimEnd('/')}/v1/user_profiles?limit=100");
        request.Headers.Add("Authorization", "Bearer any-key");
        request.Headers.Add("anthropic-version", "2026-10-21");
        if (beta.Length > 0)
            request.Headers.Add("anthropic-beta", beta);
        using var response = await http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!.AsArray();
    }

    private static JsonNode? Reversed(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Reversed)]),
            _ => node?.DeepClone(),
        };

    private static bool IsWithoutValues(JsonNode? node) =>
        node switch
        {
            null => true,
            JsonObject members => members.All(member => IsWithoutValues(member.Value)),
            JsonArray items => items.Count == 0,
            _ => false,
        };

    private static IEnumerable<JsonNode> Served(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Fixtures, file), Encoding.UTF8))!["data"]!.AsArray()!;
}
