using System.Text;
using System.Text.Json;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Tests.Storing.Rows;

public sealed class ProfileRowReaderTests
{
    private const string Sent =
        """{"id": "uprof_1", "created_at":"2026-10-31T23:54:20Z", "new":[1, 2], "metadata":{"plan":"pro" ,"s\u0073n":"1"},"name":"\u0041\ud800","external_user_details":{"name_hash":"h","new":null,"country":"DE"},"programs":{"cyber":{"status":"active","tiers":{"t":{"status":"active"}}},"efs":{"status":"active"}}}""";

    [Fact]
    public void AllThatAListReports_IsStoredAsItWasSent() =>
        Assert.Equal(
            """{"id":"uprof_1","created_at":"2026-10-31T23:54:20Z","new":[1, 2],"metadata":{"plan":"pro" ,"s\u0073n":"1"},"name":"\u0041\ud800","external_user_details":{"name_hash":"h","new":null,"country":"DE"},"programs":{"cyber":{"status":"active"}}}""",
            Stored(new())
        );

    [Fact]
    public void MembersThatAreLeftOut_AreNotStored()
    {
        ProfileMirrorOptions options = new();
        options.Store(members =>
            members.Except(p => p.Name).Except(p => p.ExternalUserDetails.NameHash).ExceptMetadata("ssn")
        );

        Assert.Equal(
            """{"id":"uprof_1","created_at":"2026-10-31T23:54:20Z","new":[1, 2],"metadata":{"plan":"pro"},"external_user_details":{"new":null,"country":"DE"},"programs":{"cyber":{"status":"active"}}}""",
            Stored(options)
        );
    }

    [Fact]
    public void APartThatIsLeftOut_IsNotStored()
    {
        ProfileMirrorOptions options = new();
        options.Store(members =>
            members.Except(p => p.ExternalUserDetails).Except(p => p.Metadata).Except(p => p.Programs.Cyber)
        );

        Assert.Equal(
            """{"id":"uprof_1","created_at":"2026-10-31T23:54:20Z","new":[1, 2],"name":"\u0041\ud800","programs":{}}""",
            Stored(options)
        );
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"id":"uprof_1","name":4}""")]
    public void WhatIsNoProfile_IsRejected(string json) => Assert.ThrowsAny<JsonException>(() => TestRows.Row(json));

    private static string Stored(ProfileMirrorOptions options) =>
        Encoding.UTF8.GetString(
            new ProfileRowReader(options.Members).Read(Encoding.UTF8.GetBytes(Sent), TestRows.Requested).Json
        );
}
