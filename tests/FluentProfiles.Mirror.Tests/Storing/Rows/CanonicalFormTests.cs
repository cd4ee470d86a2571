using FluentProfiles.Mirror.Storing.Rows;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Storing.Rows;

public sealed class CanonicalFormTests
{
    private const string Sent =
        """{"id":"uprof_1","type":"user_profile","created_at":"2026-10-31T23:54:20.5Z","updated_at":"2026-10-31T23:54:20Z","metadata":{"a":"1","b":"ä"},"name":"Ada","external_user_details":{"reference_id":"r","country":null,"onboarded_at":"2026-01-02T03:04:05Z"},"enforcement_status":"banned","enforcement_actions":[{"id":"enac_1","type":"ban","action":null,"opened_at":"2026-01-02T03:04:05Z"}],"programs":{"cyber":{"status":"active","requirements":{"data_retention":true,"human_review":false},"tiers":{}},"efs":null}}""";

    [Theory]
    // The members in another order, and space between them.
    [InlineData("\"id\":\"uprof_1\",\"type\":\"user_profile\",", "\"type\" : \"user_profile\",\n\"id\":\"uprof_1\",")]
    [InlineData("{\"a\":\"1\",\"b\":\"ä\"}", "{\"b\":\"ä\",\"a\":\"1\"}")]
    // What is null may be missing.
    [InlineData("\"country\":null,", "")]
    [InlineData("\"action\":null,", "")]
    [InlineData("\"human_review\":false", "\"human_review\":null")]
    // Other spellings of the same text or time.
    [InlineData("\"b\":\"ä\"", "\"\\u0062\":\"\\u00e4\"")]
    [InlineData("\"name\":", "\"\\u006eame\":")]
    [InlineData("23:54:20.5Z", "23:54:20.500000+00:00")]
    [InlineData("2026-10-31T23:54:20.5Z", "2026-11-01T01:54:20.5+02:00")]
    // What only a GET reports.
    [InlineData("\"tiers\":{}", "\"tiers\":{\"t1\":{\"status\":\"active\"}}")]
    [InlineData("\"efs\":null", "\"efs\":{\"status\":\"active\",\"features\":{}}")]
    [InlineData(",\"efs\":null", "")]
    // What the model does not know.
    [InlineData("\"name\":\"Ada\"", "\"name\":\"Ada\",\"new_member\":{\"x\":1}")]
    [InlineData("\"reference_id\":\"r\"", "\"reference_id\":\"r\",\"new_member\":1")]
    public void TheSameContent_HasTheSameHash(string old, string other) =>
        Assert.Equal(ContentOf(Sent), ContentOf(Replaced(old, other)));

    [Theory]
    [InlineData("uprof_1", "uprof_2")]
    [InlineData("\"user_profile\"", "\"other\"")]
    [InlineData("23:54:20.5Z", "23:54:20.500001Z")]
    [InlineData("23:54:20Z", "23:54:21Z")]
    [InlineData("\"b\":\"ä\"", "\"b\":\"a\"")]
    [InlineData("\"a\":\"1\",", "")]
    [InlineData("\"a\":\"1\",\"b\":\"ä\"", "")]
    [InlineData("\"name\":\"Ada\"", "\"name\":\"ada\"")]
    [InlineData("\"name\":\"Ada\"", "\"name\":\"\"")]
    [InlineData("\"name\":\"Ada\"", "\"name\":null")]
    [InlineData("\"name\":\"Ada\"", "\"name\":\"Ada\",\"access_type\":\"application\"")]
    [InlineData("\"reference_id\":\"r\"", "\"reference_id\":\"R\"")]
    [InlineData("\"country\":null", "\"country\":\"DE\"")]
    [InlineData("\"banned\"", "\"restricted\"")]
    [InlineData("\"enac_1\"", "\"enac_2\"")]
    [InlineData("\"action\":null", "\"action\":\"verify\"")]
    [InlineData("\"status\":\"active\"", "\"status\":\"pending\"")]
    [InlineData("\"human_review\":false", "\"human_review\":true")]
    [InlineData("{\"data_retention\":true,\"human_review\":false}", "null")]
    [InlineData("{\"data_retention\":true,\"human_review\":false}", "{}")]
    public void AnotherContent_HasAnotherHash(string old, string other) =>
        Assert.NotEqual(ContentOf(Sent), ContentOf(Replaced(old, other)));

    [Fact]
    public void APartThatIsThere_IsNotNull() =>
        Assert.NotEqual(
            ContentOf("""{"id":"uprof_1","programs":{"cyber":{}}}"""),
            ContentOf("""{"id":"uprof_1","programs":{"cyber":null}}""")
        );

    [Fact]
    public void AMemberThatTheModelDoesNotKnow_ChangesTheRestOfTheHash() =>
        Assert.NotEqual(Row(Sent).Hash, Row(Replaced("\"name\"", "\"new_member\":1,\"name\"")).Hash);

    private static byte[] ContentOf(string json) => Row(json).Hash[..CanonicalForm.KnownLength];

    private static string Replaced(string old, string other)
    {
        Assert.Contains(old, Sent, StringComparison.Ordinal);
        return Sent.Replace(old, other, StringComparison.Ordinal);
    }
}
