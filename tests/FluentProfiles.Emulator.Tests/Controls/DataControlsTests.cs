using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Emulator.Tests.Controls;

public sealed class DataControlsTests
{
    private const string Beta = "google-managed-data-controls-2026-09-01";
    private const string Controls = "/providers/google/data_controls";

    private static readonly UserProfile Ada = new() { Id = "uprof_ada", CreatedAt = At("10:00") };
    private static readonly UserProfile Bo = new() { Id = "uprof_bo", CreatedAt = At("10:00") };

    private readonly FakeTimeProvider clock = new(At("12:00"));

    [Fact]
    public async Task NewProfile_HasBothControlsOff()
    {
        await using var service = await StartAsync();

        var controls = await GetAsync(service, Ada);

        Assert.Equal(
            """
            {"type":"google_managed_data_controls","user_profile_id":"uprof_ada","bucket_label_value":"LABEL",
            "updated_at":"2026-11-24T10:00:00Z","cmek":{"type":"disabled","retired_keys":[]},
            "storage":{"type":"disabled","retired_buckets":[]}}
            """.ReplaceLineEndings(""),
            controls
                .GetRawText()
                .Replace(controls.GetProperty("bucket_label_value").GetString()!, "LABEL", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Label_IsOneForEachProfileAndNeverChanges()
    {
        await using var service = await StartAsync();
        await using var other = await StartAsync();

        var labels = new[] { await LabelAsync(service, Ada), await LabelAsync(service, Bo) };

        Assert.NotEqual(labels[0], labels[1]);
        Assert.Equal(labels[0], await LabelAsync(other, Ada));
        Assert.Equal(labels[1], await LabelAsync(service, Bo));
        Assert.All(labels, label => Assert.Matches("^[a-z0-9]{6}$", label));
    }

    [Fact]
    public async Task Key_IsPendingForAMinuteThenActive()
    {
        await using var service = await StartAsync();
        await UpdateAsync(service, Ada, """{"cmek":{"type":"enabled","external_key_ids":{"us":"ekey_1"}}}""");

        Assert.Equal("""{"type":"pending","effective_external_key_id":null,"error":null}""", await StatusAsync("us"));
        Assert.Equal("""{"type":"not_configured","effective_external_key_id":null}""", await StatusAsync("eu"));

        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(
            """{"type":"active","effective_external_key_id":"ekey_1","error":null,"last_checked_at":"2026-11-24T12:01:00Z","validated_at":"2026-11-24T12:01:00Z"}""",
            await StatusAsync("us")
        );
        Assert.Equal("2026-11-24T12:01:00Z", (await GetAsync(service, Ada)).GetProperty("updated_at").GetString());

        async Task<string> StatusAsync(string region) =>
            (await GetAsync(service, Ada)).GetProperty("cmek").GetProperty("status").GetProperty(region).GetRawText();
    }

    [Fact]
    public async Task ReplacedKey_IsInForceUntilTheNewOneIsActiveThenRetired()
    {
        await using var service = await StartAsync();
        await UpdateAsync(service, Ada, """{"cmek":{"type":"enabled","external_key_ids":{"us":"ekey_1"}}}""");
        clock.Advance(TimeSpan.FromMinutes(1));

        var replaced = await UpdateAsync(
            service,
            Ada,
            """{"cmek":{"type":"enabled","external_key_ids":{"us":"ekey_2"}}}"""
        );
        Assert.Equal("""{"us":"ekey_2"}""", replaced.GetProperty("cmek").GetProperty("external_key_ids").GetRawText());
        Assert.Equal(
            """{"type":"pending","effective_external_key_id":"ekey_1","error":null}""",
            replaced.GetProperty("cmek").GetProperty("status").GetProperty("us").GetRawText()
        );
        Assert.Empty(replaced.GetProperty("cmek").GetProperty("retired_keys").EnumerateArray());

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            """[{"external_key_id":"ekey_1","region":"us","expires_at":"2026-12-24T12:02:00Z"}]""",
            await RetiredAsync()
        );
        clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal("[]", await RetiredAsync());

        async Task<string> RetiredAsync() =>
            (await GetAsync(service, Ada)).GetProperty("cmek").GetProperty("retired_keys").GetRawText();
    }

    [Fact]
    public async Task Update_KeepsWhatItLeavesOut()
    {
        await using var service = await StartAsync();
        await UpdateAsync(
            service,
            Ada,
            """{"cmek":{"type":"enabled","external_key_ids":{"us":"ekey_1","eu":"ekey_2"}},"storage":{"type":"enabled","buckets":{"sg":{"bucket_name":"acme","project_number":"7"}}}}"""
        );

        var controls = await UpdateAsync(
            service,
            Ada,
            """{"cmek":{"type":"enabled","external_key_ids":{"us":null,"global":"ekey_3"}}}"""
        );

        Assert.Equal(
            """{"eu":"ekey_2","global":"ekey_3"}""",
            controls.GetProperty("cmek").GetProperty("external_key_ids").GetRawText()
        );
        Assert.Equal(
            """{"sg":{"bucket_name":"acme","project_number":"7","project_id":null,"location":null,"kms_key_name":null}}""",
            controls.GetProperty("storage").GetProperty("buckets").GetRawText()
        );
    }

    [Fact]
    public async Task Disabled_RemovesEveryRegionAndRetiresWhatWasInForce()
    {
        await using var service = await StartAsync();
        await UpdateAsync(
            service,
            Ada,
            """{"storage":{"type":"enabled","buckets":{"us":{"bucket_name":"acme-us","project_number":"7"},"eu":{"bucket_name":"acme-eu","project_number":"7"}}}}"""
        );
        clock.Advance(TimeSpan.FromMinutes(1));

        var controls = await UpdateAsync(service, Ada, """{"storage":{"type":"disabled"}}""");

        Assert.Equal(
            """{"type":"disabled","retired_buckets":[{"bucket_name":"acme-eu","project_number":"7","region":"eu","expires_at":"2026-12-24T12:01:00Z"},{"bucket_name":"acme-us","project_number":"7","region":"us","expires_at":"2026-12-24T12:01:00Z"}]}""",
            controls.GetProperty("storage").GetRawText()
        );
    }

    [Fact]
    public async Task SameUpdateAgain_ChangesNothing()
    {
        await using var service = await StartAsync();
        const string Update = """{"cmek":{"type":"enabled","external_key_ids":{"us":"ekey_1","eu":null}}}""";
        await UpdateAsync(service, Ada, Update);
        clock.Advance(TimeSpan.FromHours(1));
        var before = (await GetAsync(service, Ada)).GetRawText();

        Assert.Equal(before, (await UpdateAsync(service, Ada, Update)).GetRawText());
    }

    [Fact]
    public async Task NotApproved_ReadsAsSuspendedAndCantBeEnabled()
    {
        await using var service = await StartAsync();
        const string Update = """{"cmek":{"type":"enabled","external_key_ids":{"us":"ekey_1"}}}""";
        await UpdateAsync(service, Ada, Update);
        clock.Advance(TimeSpan.FromMinutes(1));

        service.Emulator.ApproveDataControls(Ada.Id, cmek: false, storage: true);

        Assert.Equal(
            """{"type":"suspended","effective_external_key_id":null}""",
            (await GetAsync(service, Ada)).GetProperty("cmek").GetProperty("status").GetProperty("us").GetRawText()
        );
        Assert.Equal("cmek_not_approved", CodeOf(await PostAsync(service, Ada, Update)));
        service.Emulator.ApproveDataControls(Ada.Id, cmek: true, storage: false);
        Assert.Equal(
            "storage_not_approved",
            CodeOf(
                await PostAsync(
                    service,
                    Ada,
                    """{"storage":{"type":"enabled","buckets":{"us":{"bucket_name":"acme","project_number":"7"}}}}"""
                )
            )
        );
        Assert.Equal(
            "disabled",
            (await UpdateAsync(service, Ada, """{"storage":{"type":"disabled"}}"""))
                .GetProperty("storage")
                .GetProperty("type")
                .GetString()
        );
        Assert.Throws<ArgumentException>(() => service.Emulator.ApproveDataControls("uprof_none", true, true));
    }

    [Theory]
    [InlineData("""{}""", null)]
    [InlineData("""[]""", null)]
    [InlineData("""{"cmek":null}""", null)]
    [InlineData("""{"cmek":{}}""", null)]
    [InlineData("""{"cmek":{"type":"rotating"}}""", null)]
    [InlineData("""{"cmek":{"type":"enabled"}}""", null)]
    [InlineData("""{"cmek":{"type":"enabled","external_key_ids":null}}""", null)]
    [InlineData("""{"cmek":{"type":"enabled","external_key_ids":[]}}""", null)]
    [InlineData("""{"cmek":{"type":"enabled","external_key_ids":{"us":null}}}""", null)]
    [InlineData("""{"cmek":{"type":"enabled","external_key_ids":{"us":7}}}""", null)]
    [InlineData("""{"cmek":{"type":"disabled","external_key_ids":{"us":"ekey_1"}}}""", null)]
    [InlineData("""{"cmek":{"type":"enabled","external_key_ids":{"mars":"ekey_1"}}}""", "region_not_supported")]
    [InlineData("""{"cmek":{"type":"enabled","external_key_ids":{"us":"key_1"}}}""", "external_key_not_found")]
    [InlineData("""{"storage":{"type":"enabled","buckets":null}}""", null)]
    [InlineData("""{"storage":{"type":"enabled","buckets":{"us":{"bucket_name":"acme"}}}}""", null)]
    [InlineData("""{"storage":{"type":"enabled","buckets":{"us":{"project_number":"7"}}}}""", null)]
    [InlineData(
        """{"storage":{"type":"enabled","buckets":{"us":{"bucket_name":"acme","project_number":"acme-1"}}}}""",
        null
    )]
    [InlineData("""{"retention":{"type":"disabled"}}""", null)]
    public async Task ImpossibleUpdate_IsRefusedAndChangesNothing(string body, string? code)
    {
        await using var service = await StartAsync();
        var before = (await GetAsync(service, Ada)).GetRawText();
        clock.Advance(TimeSpan.FromMinutes(1));

        var reply = await PostAsync(service, Ada, body);

        Assert.Equal((400, "invalid_request_error", code), (reply.Status, reply.ErrorType, CodeOf(reply)));
        Assert.Equal(before, (await GetAsync(service, Ada)).GetRawText());
    }

    [Fact]
    public async Task OneControlRefused_LeavesTheOther()
    {
        await using var service = await StartAsync();

        var reply = await PostAsync(
            service,
            Ada,
            """{"cmek":{"type":"enabled","external_key_ids":{"us":"ekey_1"}},"storage":{"type":"enabled","buckets":{"mars":null}}}"""
        );

        Assert.Equal("region_not_supported", CodeOf(reply));
        Assert.Equal("disabled", (await GetAsync(service, Ada)).GetProperty("cmek").GetProperty("type").GetString());
    }

    [Fact]
    public async Task LastRegion_CanNotBeRemovedWhileTheControlIsOn()
    {
        await using var service = await StartAsync();
        await UpdateAsync(service, Ada, """{"cmek":{"type":"enabled","external_key_ids":{"us":"ekey_1"}}}""");

        var reply = await PostAsync(service, Ada, """{"cmek":{"type":"enabled","external_key_ids":{"us":null}}}""");

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task BucketOfAnotherRegion_IsAConflictUntilItIsFree()
    {
        await using var service = await StartAsync();
        const string Update =
            """{"storage":{"type":"enabled","buckets":{"us":{"bucket_name":"acme","project_number":"7"}}}}""";
        await UpdateAsync(service, Ada, Update);

        var reply = await PostAsync(service, Bo, Update);
        Assert.Equal((409, "conflict_error", "storage_in_use"), (reply.Status, reply.ErrorType, CodeOf(reply)));
        var second = await PostAsync(service, Ada, Update.Replace("us", "eu", StringComparison.Ordinal));
        Assert.Equal((409, "storage_in_use"), (second.Status, CodeOf(second)));

        await service.DeleteAsync(Ada.Id);
        Assert.Equal(200, (await PostAsync(service, Bo, Update)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("user-profiles-2026-09-04")]
    [InlineData("efs-2026-10-01")]
    public async Task EndpointWithoutItsBeta_IsNotThere(string? beta)
    {
        await using var service = await StartAsync();

        var get = await service.GetAsync(Ada.Id + Controls, beta);
        var post = await service.PostAsync($"/{Ada.Id}{Controls}", """{"cmek":{"type":"disabled"}}""", beta);

        Assert.Equal((404, "not_found_error"), (get.Status, get.ErrorType));
        Assert.Equal((404, "not_found_error"), (post.Status, post.ErrorType));
    }

    [Theory]
    [InlineData("uprof_none/providers/google/data_controls", "GET", 404)]
    [InlineData("uprof_ada/providers/google/data_controls", "DELETE", 405)]
    [InlineData("uprof_ada/providers/google", "GET", 404)]
    [InlineData("uprof_ada/providers/other/data_controls", "POST", 404)]
    [InlineData("uprof_ada/providers/google/data_controls/us", "GET", 404)]
    [InlineData("uprof_ada/providers/google/data_controls?region=us", "GET", 400)]
    public async Task OtherAddress_IsRefused(string address, string method, int status)
    {
        await using var service = await StartAsync();

        var reply = await service.SendAsync(new(method), $"{Service.Path}/{address}", Beta);

        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData("user-profiles-2026-03-24")]
    [InlineData("user-profiles-2026-09-04")]
    public async Task EveryShape_HasTheSameControls(string shape)
    {
        await using var service = await StartAsync();

        var reply = await service.GetAsync(Ada.Id + Controls, $"{shape},{Beta}");

        Assert.Equal((await GetAsync(service, Ada)).GetRawText(), reply.Body.GetRawText());
    }

    private static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse($"2026-11-24T{time}:00Z", System.Globalization.CultureInfo.InvariantCulture);

    private Task<Service> StartAsync() => Service.StartAsync(new() { Profiles = [Ada, Bo], TimeProvider = clock });

    private static async Task<JsonElement> GetAsync(Service service, UserProfile profile)
    {
        var reply = await service.GetAsync(profile.Id + Controls, Beta);
        Assert.Equal(200, reply.Status);
        return reply.Body;
    }

    private static async Task<string> LabelAsync(Service service, UserProfile profile) =>
        (await GetAsync(service, profile)).GetProperty("bucket_label_value").GetString()!;

    private static async Task<JsonElement> UpdateAsync(Service service, UserProfile profile, string body)
    {
        var reply = await PostAsync(service, profile, body);
        Assert.Equal((200, ""), (reply.Status, reply.Status == 200 ? "" : reply.Message));
        return reply.Body;
    }

    private static Task<Reply> PostAsync(Service service, UserProfile profile, string body) =>
        service.PostAsync($"/{profile.Id}{Controls}", body, Beta);

    private static string? CodeOf(Reply reply) =>
        reply.Body.GetProperty("error").TryGetProperty("details", out var details)
            ? details.GetProperty("error_code").GetString()
            : null;
}
