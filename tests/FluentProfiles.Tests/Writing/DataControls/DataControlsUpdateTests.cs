namespace FluentProfiles.Tests.Writing;

public sealed class DataControlsUpdateTests
{
    public static TheoryData<string, DataControlChanges> Bodies =>
        new()
        {
            {
                """{"cmek":{"type":"enabled","external_key_ids":{"us":"ekey_1","eu":null}}}""",
                new() { Cmek = CmekChange.Enable().Set("us", "ekey_1").Remove("eu") }
            },
            {
                """{"cmek":{"type":"disabled"}}""",
                new() { Cmek = CmekChange.Disable() }
            },
            {
                """{"storage":{"type":"disabled"}}""",
                new() { Storage = StorageChange.Disable() }
            },
            {
                """{"storage":{"type":"enabled","buckets":{"sg":null,"global":{"bucket_name":"acme","project_number":"123456789012"}}}}""",
                new() { Storage = StorageChange.Enable().Remove("sg").Set("global", "acme", "123456789012") }
            },
            {
                """{"cmek":{"type":"disabled"},"storage":{"type":"enabled","buckets":{"eu":{"bucket_name":"b","project_number":"7"}}}}""",
                new() { Storage = StorageChange.Enable().Set("eu", "b", "7"), Cmek = CmekChange.Disable() }
            },
            {
                """{"cmek":{"type":"enabled","external_key_ids":{"moon-1":"ekey_\u0022\u003C"}}}""",
                new() { Cmek = CmekChange.Enable().Set("moon-1", "ekey_\"<") }
            },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Change_SendsWhatItSets(string body, DataControlChanges changes)
    {
        await using var service = await TestService.StartAsync(1);
        var id = TestProfiles.IdOf(0);
        service.Emulator.AnswerWith($$"""{"user_profile_id":"{{id}}"}""");

        await service.Client.DataControls.UpdateAsync(id, changes);

        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal(
            ("POST", $"/v1/user_profiles/{id}/providers/google/data_controls", body, "application/json"),
            (request.Method, request.PathAndQuery, request.Body, request.Headers["Content-Type"])
        );
    }

    [Fact]
    public async Task Update_GivesTheControlsAfterIt()
    {
        await using var service = await TestService.StartAsync(1);
        var client = service.Client.DataControls;
        var id = TestProfiles.IdOf(0);
        var storage = StorageChange.Enable().Set("us", "acme-us", "7");
        await client.UpdateAsync(id, new() { Cmek = CmekChange.Enable().Set("us", "ekey_1"), Storage = storage });

        var updated = await client.UpdateAsync(
            id,
            new() { Cmek = CmekChange.Enable().Set("eu", "ekey_2").Remove("us") }
        );

        var cmek = Assert.IsType<CmekEnabled>(updated.Cmek);
        Assert.Equal([new("eu", "ekey_2")], (IEnumerable<KeyValuePair<string, string>>)cmek.ExternalKeyIds);
        Assert.Equal("acme-us", Assert.IsType<StorageEnabled>(updated.Storage).Buckets["us"]!.BucketName);
        var read = await client.GetAsync(id);
        Assert.Equal((updated.UpdatedAt, updated.BucketLabelValue), (read.UpdatedAt, read.BucketLabelValue));
    }

    [Fact]
    public async Task UpdateOfNothing_IsRefusedUnsent()
    {
        DataControlChanges[] changes =
        [
            new(),
            new() { Cmek = CmekChange.Enable() },
            new() { Storage = StorageChange.Enable() },
            new() { Cmek = CmekChange.Disable(), Storage = StorageChange.Enable() },
        ];
        await using var service = await TestService.StartAsync(1);

        foreach (var change in changes)
        {
            var refusal = await Assert.ThrowsAsync<ArgumentException>(() =>
                service.Client.DataControls.UpdateAsync(TestProfiles.IdOf(0), change)
            );
            Assert.Equal("changes", refusal.ParamName);
        }
        await Assert.ThrowsAsync<ArgumentNullException>(() =>
            service.Client.DataControls.UpdateAsync(TestProfiles.IdOf(0), null!)
        );

        Assert.Empty(service.Requests);
    }

    [Fact]
    public void RegionTwice_IsRefused()
    {
        AssertRefused("region", () => CmekChange.Enable().Set("us", "ekey_1").Set("us", "ekey_2"));
        AssertRefused("region", () => CmekChange.Enable().Set("us", "ekey_1").Remove("us"));
        AssertRefused("region", () => CmekChange.Enable().Remove("us").Remove("us"));
        AssertRefused("region", () => StorageChange.Enable().Remove("us").Set("us", "b", "7"));
    }

    [Fact]
    public void BucketOfTwoRegions_IsRefused() =>
        AssertRefused("bucketName", () => StorageChange.Enable().Set("us", "b", "7").Set("eu", "b", "8"));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("us ")]
    [InlineData("ü")]
    [InlineData("us\n")]
    [InlineData("\ud800")]
    [InlineData(null)]
    public void TextThatIsNoCode_IsRefused(string? text)
    {
        AssertRefused("region", () => CmekChange.Enable().Set(text!, "ekey_1"));
        AssertRefused("region", () => CmekChange.Enable().Remove(text!));
        AssertRefused("externalKeyId", () => CmekChange.Enable().Set("us", text!));
        AssertRefused("region", () => StorageChange.Enable().Set(text!, "b", "7"));
        AssertRefused("region", () => StorageChange.Enable().Remove(text!));
        AssertRefused("bucketName", () => StorageChange.Enable().Set("us", text!, "7"));
        AssertRefused("projectNumber", () => StorageChange.Enable().Set("us", "b", text!));
    }

    [Theory]
    [InlineData("acme-1")]
    [InlineData("1e3")]
    [InlineData("-7")]
    [InlineData("٣")]
    public void ProjectThatIsNoNumber_IsRefused(string project) =>
        AssertRefused("projectNumber", () => StorageChange.Enable().Set("us", "b", project));

    [Fact]
    public void RegionOfADisabledControl_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => CmekChange.Disable().Set("us", "ekey_1"));
        Assert.Throws<InvalidOperationException>(() => CmekChange.Disable().Remove("us"));
        Assert.Throws<InvalidOperationException>(() => StorageChange.Disable().Set("us", "b", "7"));
        Assert.Throws<InvalidOperationException>(() => StorageChange.Disable().Remove("us"));
    }

    [Fact]
    public async Task Change_IsImmutable()
    {
        await using var service = await TestService.StartAsync(1);
        var us = CmekChange.Enable().Set("us", "ekey_1");
        us.Set("eu", "ekey_2");

        await service.Client.DataControls.UpdateAsync(TestProfiles.IdOf(0), new() { Cmek = us });

        Assert.Equal(
            """{"cmek":{"type":"enabled","external_key_ids":{"us":"ekey_1"}}}""",
            Assert.Single(service.Emulator.Requests).Body
        );
    }

    /// <summary>Any updates, one after another, give what a plain dictionary gives.</summary>
    [Fact]
    public async Task Updates_GiveWhatTheySay()
    {
        string[] regions = ["us", "eu", "sg", "global"];
        var dice = new Random(20261124);
        for (var run = 0; run < 40; run++)
        {
            await using var service = await TestService.StartAsync(1);
            Dictionary<string, string> expected = [];
            for (var step = 0; step < 8; step++)
            {
                var named = regions.Where(_ => dice.Next(2) == 0).ToList();
                var set = named.Where(_ => dice.Next(3) > 0).ToList();
                var isDisabled = named.Count == 0;
                foreach (var region in isDisabled ? regions : named.Except(set))
                    expected.Remove(region);
                var change = named
                    .Except(set)
                    .Aggregate(CmekChange.Enable(), (change, region) => change.Remove(region));
                foreach (var region in set)
                    change = change.Set(region, expected[region] = $"ekey_{dice.Next(3)}");
                await UpdateAsync(service, isDisabled ? CmekChange.Disable() : change, expected);
            }
        }
    }

    private static async Task UpdateAsync(TestService service, CmekChange change, Dictionary<string, string> expected)
    {
        var client = service.Client.DataControls;
        try
        {
            await client.UpdateAsync(TestProfiles.IdOf(0), new() { Cmek = change });
        }
        catch (ProfilesInvalidRequestException)
        {
            // No region would be left: the last one stays.
            Assert.Empty(expected);
            await client.UpdateAsync(TestProfiles.IdOf(0), new() { Cmek = CmekChange.Disable() });
        }
        var cmek = (await client.GetAsync(TestProfiles.IdOf(0))).Cmek;
        Assert.Equal(
            expected.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            ((cmek as CmekEnabled)?.ExternalKeyIds ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal)
        );
        Assert.Equal(expected.Count == 0, cmek is CmekDisabled);
    }

    private static void AssertRefused(string parameter, Func<object> make) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(make).ParamName);
}
