using System.Text;
using System.Text.Json;

namespace FluentProfiles.Tests.Webhooks;

public sealed class WebhookEventTests
{
    [Fact]
    public void OtherFeaturesEvent_IsReadWithoutAProfile()
    {
        var received = Verified(
            """{"type":"event","id":"e","created_at":"2026-11-25T09:30:00+01:00","data":{"type":"session.idled","id":"sesn_1","organization_id":null,"deep":{"session_id":[1,{"x":"ü"}]}},"new":1}"""
        );

        Assert.Equal("session.idled", received.Type.ToString());
        Assert.False(received.Type.IsKnown);
        Assert.Null(received.ProfileId);
        Assert.Null(received.OrganizationId);
        Assert.Null(received.EnforcementActionId);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 9, 30, 0, TimeSpan.FromHours(1)), received.CreatedAt);
        var deep = received.Raw.GetProperty("data").GetProperty("deep").GetProperty("session_id");
        Assert.Equal("ü", deep[1].GetProperty("x").GetString());
        Assert.Equal(1, received.Raw.GetProperty("new").GetInt32());
    }

    [Theory]
    [InlineData("user_profile.program_status_updated", "\"p 1\"", "p 1")]
    [InlineData("user_profile.renamed", "\"uprof_1\"", "uprof_1")]
    [InlineData("user_profile.merged", "\"merge_1\"", null)]
    [InlineData("user_profile.merged", "7", null)]
    [InlineData("user_profiles.imported", "\"uprof_1\"", null)]
    [InlineData("session.created", "\"uprof_1\"", null)]
    [InlineData("USER_PROFILE.RENAMED", "\"uprof_1\"", null)]
    public void ProfileId_IsThatOfEventsAboutProfiles(string type, string id, string? expected) =>
        Assert.Equal(expected, Verified(WithData($$"""{"type":"{{type}}","id":{{id}}}""")).ProfileId);

    [Fact]
    public void UnknownTypesMembers_MayBeOfAnyKind()
    {
        var received = Verified(
            WithData("""{"type":"vault.x","id":{},"organization_id":[],"enforcement_action_id":5}""")
        );

        Assert.Equal((null, null), (received.OrganizationId, received.EnforcementActionId));
    }

    [Fact]
    public void ByteOrderMark_IsSkippedAndSigned()
    {
        var message = SignedMessage.Of([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SignedMessage.Event)]);

        Assert.Equal(SignedMessage.Event, message.VerifyBy(SignedMessage.Verifier()).Raw.GetRawText());
    }

    [Fact]
    public void EscapesAndWhiteSpace_AreJson()
    {
        var received = Verified(
            """
            { "t\u0079pe" : "event", "id":"\u00fc\n",
              "created_at":"2026-11-25T09:30:00.1234567\u005A", "data":{"type":"a.b"} }

            """
        );

        Assert.Equal(("ü\n", 1234567), (received.Id, received.CreatedAt.Ticks % TimeSpan.TicksPerSecond));
    }

    public static TheoryData<string> NoEvents =>
        [
            "",
            " ",
            "null",
            "[]",
            "\"event\"",
            "event",
            "{}",
            SignedMessage.Event[..^1],
            SignedMessage.Event + "x",
            SignedMessage.Event + SignedMessage.Event,
            "// comment\n" + SignedMessage.Event,
            SignedMessage.Event.Replace("}}", "},}"),
            SignedMessage.Event.Replace("\"event\"", "\"events\""),
            SignedMessage.Event.Replace("\"event\"", "null"),
            SignedMessage.Event.Replace("\"type\":\"event\",", ""),
            SignedMessage.Event.Replace("\"id\":\"wevt_1\",", ""),
            SignedMessage.Event.Replace("\"wevt_1\"", "\"\""),
            SignedMessage.Event.Replace("\"wevt_1\"", "1"),
            SignedMessage.Event.Replace("\"wevt_1\"", "\"\\ud800\""),
            SignedMessage.Event.Replace("\"id\":\"wevt_1\"", "\"id\":\"wevt_1\",\"id\":\"wevt_2\""),
            SignedMessage.Event.Replace("\"id\":\"wevt_1\"", "\"id\":\"wevt_1\",\"\\u0069d\":\"wevt_2\""),
            SignedMessage.Event.Replace("\"data\":", "\"data\":{},\"data\":"),
            SignedMessage.Event.Replace("\"2026-11-25T09:30:00Z\"", "null"),
            SignedMessage.Event.Replace("\"2026-11-25T09:30:00Z\"", "1795685400"),
            SignedMessage.Event.Replace("2026-11-25T09:30:00Z", "2026-11-25T09:30:00"),
            SignedMessage.Event.Replace("2026-11-25T09:30:00Z", "2026-11-25"),
            SignedMessage.Event.Replace("2026-11-25T09:30:00Z", "2026-02-30T09:30:00Z"),
            SignedMessage.Event.Replace("2026-11-25T09:30:00Z", "yesterday"),
            SignedMessage.Event.Replace("2026-11-25T09:30:00Z", ""),
            WithData("null"),
            WithData("[]"),
            WithData("\"user_profile.program_status_updated\""),
            WithData("{}"),
            WithData("""{"type":"","id":"uprof_1"}"""),
            WithData("""{"type":null,"id":"uprof_1"}"""),
            WithData("""{"type":["user_profile.x"],"id":"uprof_1"}"""),
            WithData("""{"type":"user_profile.program_status_updated"}"""),
            WithData("""{"type":"user_profile.program_status_updated","id":null}"""),
            WithData("""{"type":"user_profile.program_status_updated","id":""}"""),
            WithData("""{"type":"user_profile.program_status_updated","id":7}"""),
            WithData("""{"type":"user_profile.program_status_updated","id":"a","id":"b"}"""),
            WithData("""{"type":"a.b","type":"c.d"}"""),
            WithData($"{{\"type\":\"a.b\",\"deep\":{new string('[', 100_000)}{new string(']', 100_000)}}}"),
            new string('[', 1_000_000),
        ];

    [Theory]
    [MemberData(nameof(NoEvents))]
    public void SignedBodyThatIsNoEvent_IsRejected(string body) =>
        Assert.Equal(
            WebhookVerificationReason.InvalidEvent,
            SignedMessage.Of(body).RejectedBy(SignedMessage.Verifier())
        );

    [Fact]
    public void InvalidUtf8_IsRejectedWhereverItStands()
    {
        var at = SignedMessage.Event.IndexOf("org_1", StringComparison.Ordinal);
        byte[][] bodies =
        [
            .. new[] { 0, at, SignedMessage.Event.Length }.Select(place =>
                Encoding
                    .UTF8.GetBytes(SignedMessage.Event[..place])
                    .Append((byte)0xC3)
                    .Concat(Encoding.UTF8.GetBytes(SignedMessage.Event[place..]))
                    .ToArray()
            ),
            // In a text that is read only when Raw is asked for it.
            [.. "{\"new\":\""u8, 0xC3, .. "\","u8, .. Encoding.UTF8.GetBytes(SignedMessage.Event[1..])],
            Encoding.Unicode.GetBytes(SignedMessage.Event),
            [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(SignedMessage.Event)],
        ];

        Assert.All(
            bodies,
            body =>
                Assert.Equal(
                    WebhookVerificationReason.InvalidEvent,
                    SignedMessage.Of(body).RejectedBy(SignedMessage.Verifier())
                )
        );
    }

    [Theory]
    [InlineData("\\ud800", "\"org_\\ud800\"")]
    [InlineData("\\uDFFF\\ud800\\u0041", "\"org_\\uDFFF\\ud800\\u0041\"")]
    public void HalfASurrogateInAnotherText_IsKeptInTheRawEvent(string escape, string raw)
    {
        var received = Verified(WithData($$"""{"type":"a.b","\ud800":1,"label":"org_{{escape}}"}"""));

        Assert.Equal(raw, received.Raw.GetProperty("data").GetProperty("label").GetRawText());
    }

    [Theory]
    [InlineData("user_profile.enforcement_action_opened", "enforcement_action_id")]
    [InlineData("user_profile.program_status_updated", "organization_id")]
    [InlineData("user_profile.renamed", "id")]
    [InlineData("a.b", "organization_id")]
    public void IdThatIsPartlyNoText_IsRejected(string type, string member)
    {
        foreach (var id in (string[])["uprof_\\ud800", "uprof_\\uDFFFa", "uprof_\uFFFD"])
        {
            var other = member == "id" ? "" : "\"id\":\"uprof_1\",";
            var message = SignedMessage.Of(WithData($$"""{"type":"{{type}}",{{other}}"{{member}}":"{{id}}"}"""));

            Assert.Equal(WebhookVerificationReason.InvalidEvent, message.RejectedBy(SignedMessage.Verifier()));
        }
    }

    [Fact]
    public void EmptyId_IsNone()
    {
        var received = Verified(
            WithData("""{"type":"user_profile.renamed","id":"","organization_id":"","enforcement_action_id":""}""")
        );

        Assert.Equal((null, null), (received.ProfileId, received.OrganizationId));
        Assert.Null(received.EnforcementActionId);
    }

    [Theory]
    [InlineData("2026-11-25t09:30:00z", "2026-11-25T09:30:00Z")]
    [InlineData("2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z")]
    [InlineData("2026-11-25 09:30:00.5-00:00", "2026-11-25T09:30:00.5Z")]
    public void Timestamp_IsReadAsRfc3339Allows(string written, string read) =>
        Assert.Equal(
            DateTimeOffset.Parse(read, System.Globalization.CultureInfo.InvariantCulture),
            Verified(SignedMessage.Event.Replace("2026-11-25T09:30:00Z", written)).CreatedAt
        );

    [Fact]
    public void WrongPart_IsNamed()
    {
        var rejection = Assert.Throws<WebhookVerificationException>(() =>
            Verified(SignedMessage.Event.Replace("\"id\":\"wevt_1\",", ""))
        );

        Assert.Equal("body: it is signed, but is not an event: \"id\" is missing.", rejection.Message);
        Assert.IsType<JsonException>(rejection.InnerException);
    }

    [Fact]
    public void Event_CanBeMadeByHand()
    {
        WebhookEvent made = new() { Id = "wevt_1", Type = WebhookEventType.UserProfileProgramStatusUpdated };

        Assert.Equal("user_profile.program_status_updated wevt_1", made.ToString());
        Assert.Equal("", new WebhookEvent { Id = null! }.Id);
        Assert.Equal(JsonValueKind.Undefined, made.Raw.ValueKind);
    }

    private static string WithData(string data) =>
        $$"""{"type":"event","id":"e","created_at":"2026-11-25T09:30:00Z","data":{{data}}}""";

    private static WebhookEvent Verified(string body) => SignedMessage.Of(body).VerifyBy(SignedMessage.Verifier());
}
