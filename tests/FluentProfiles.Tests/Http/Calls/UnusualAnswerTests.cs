using System.Text;
using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http.Calls;

/// <summary>Answers that are not quite as RFC 8259 and RFC 3339 recommend, but can be read.</summary>
public sealed class UnusualAnswerTests
{
    private const string Profile = """
        {"id":"x","created_at":"2026-05-01T00:00:00Z","name":"NAME","metadata":{"plan":"META","KEY":"v"},"external_user_details":{"country":"COUNTRY","reference_id":"REF","EXTRA":1},"enforcement_status":"STATUS","enforcement_actions":[{"id":"ACTION","reason":"REASON"}],"UNKNOWN":"RAW"}
        """;

    private static readonly string[] Places =
    [
        "NAME",
        "META",
        "KEY",
        "COUNTRY",
        "REF",
        "EXTRA",
        "STATUS",
        "ACTION",
        "REASON",
        "UNKNOWN",
        "RAW",
    ];

    public static TheoryData<string, int, bool> Damages
    {
        get
        {
            TheoryData<string, int, bool> damages = [];
            foreach (var place in Places)
            {
                damages.Add(place, 0, false);
                damages.Add(place, 1, true);
                damages.Add(place, 2, place.Length % 2 == 0);
            }
            return damages;
        }
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task DamagedText_IsReplacedInEveryWayOfReading(string place, int damage, bool hasMark)
    {
        await using var service = await AnsweringAsync(Body(place, damage, hasMark));
        var whole = await service.Query().SingleAsync();

        Assert.Equal(1, await service.Query().CountAsync());
        Assert.Equal("x", await service.Query().Select(p => p.Id).SingleAsync());
        Assert.Equal(whole.Name, await service.Query().Where(p => p.Id != "y").Select(p => p.Name).SingleAsync());
        Assert.Single(await service.Query().Where(p => p.Metadata["plan"] != "none").ToListAsync());
        Assert.Equal(place == "NAME" ? "a\uFFFDz" : "NAME", whole.Name);
        Assert.Equal(place == "META" ? "a\uFFFDz" : "META", whole.Metadata["plan"]);
        Assert.Equal("v", whole.Metadata[place == "KEY" ? "a\uFFFDz" : "KEY"]);
        Assert.Equal(place == "COUNTRY" ? "a\uFFFDz" : "COUNTRY", whole.ExternalUserDetails.Country);
        Assert.Equal(place == "STATUS" ? "a\uFFFDz" : "STATUS", whole.EnforcementStatus);
        Assert.Equal(place == "ACTION" ? "a\uFFFDz" : "ACTION", whole.EnforcementActions[0].Id);
        Assert.True(
            whole.ExternalUserDetails.AdditionalProperties.ContainsKey(place == "EXTRA" ? "a\uFFFDz" : "EXTRA")
        );
        Assert.True(whole.AdditionalProperties.ContainsKey(place == "UNKNOWN" ? "a\uFFFDz" : "UNKNOWN"));
    }

    [Fact]
    public async Task UnknownMember_KeepsTheEscapeAsItWasWritten()
    {
        await using var service = await AnsweringAsync(Body("RAW", 0, hasMark: false));

        var profile = await service.Query().SingleAsync();

        Assert.Equal("\"a\\ud800z\"", profile.AdditionalProperties["UNKNOWN"]!.Value.GetRawText());
    }

    [Theory]
    [InlineData("2026-05-01t00:00:00z", 0)]
    [InlineData("2026-05-01 00:00:00.123456789Z", 1_234_567)]
    [InlineData("2026-04-30T23:59:60Z", 0)]
    [InlineData("2026-05-01T02:00:00\\u002b02:00", 0)]
    [InlineData("2026-04-30T02:00:00-22:00", 0)]
    public async Task TimestampAsRfc3339AllowsIt_IsRead(string written, int ticks)
    {
        await using var service = await AnsweringAsync(
            Encoding.UTF8.GetBytes(Page(Profile.Replace("2026-05-01T00:00:00Z", written)))
        );
        var expected = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks);

        Assert.Equal(expected, (await service.Query().SingleAsync()).CreatedAt);
        Assert.Equal(expected, await service.Query().Select(p => p.CreatedAt).SingleAsync());
        Assert.Equal(1, await service.Query().CountAsync(p => p.CreatedAt == expected));
    }

    [Theory]
    [InlineData("\"2026-05-01T00:00:00Z\"", "\"2026-05-01\"", "\"created_at\": ")]
    [InlineData("\"2026-05-01T00:00:00Z\"", "\"9999-12-31T23:59:60Z\"", "\"created_at\": ")]
    [InlineData("\"META\"", "7", "\"metadata\": ")]
    [InlineData("\"META\"", "\"1\",\"twice\":\"2\",\"twice\":\"2\"", "\"metadata\": A key comes twice.")]
    [InlineData("\"COUNTRY\"", "[]", "\"external_user_details.country\": ")]
    [InlineData("\"REASON\"", "\"r\",\"opened_at\":\"today\"", "\"enforcement_actions.opened_at\": ")]
    [InlineData(
        "\"name\":",
        "\"created_at\":\"2026-05-01T00:00:00Z\",\"name\":",
        "\"created_at\": The member comes twice."
    )]
    public async Task MemberThatIsNotOfItsKind_IsNamed(string part, string wrong, string named)
    {
        await using var service = await AnsweringAsync(Encoding.UTF8.GetBytes(Page(Profile.Replace(part, wrong))));

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
            await service.Query().ToListAsync()
        );

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SingleProfileWithAMark_IsRead()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ =>
            Answer([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Profile.Replace("NAME", "\\udc00"))]);

        Assert.Equal("\uFFFD", (await service.Client.GetAsync("x")).Name);
    }

    [Fact]
    public async Task RefusalWithDamagedTexts_KeepsItsTypeAndMessage()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ =>
            Answer(
                [
                    0xEF,
                    0xBB,
                    0xBF,
                    .. """{"\ud800":1,"error":{"typ\udc00":1,"type":"invalid_request_error","message":"No \ud800"""u8,
                    0xFF,
                    .. """ here"}}"""u8,
                ],
                status: 400
            );

        var refusal = await Assert.ThrowsAsync<ProfilesInvalidRequestException>(async () =>
            await service.Query().ToListAsync()
        );

        Assert.StartsWith("No \uFFFD\uFFFD here (400", refusal.Message, StringComparison.Ordinal);
    }

    private static byte[] Body(string place, int damage, bool hasMark)
    {
        byte[] wrong = damage switch
        {
            0 => "\\ud800"u8.ToArray(),
            1 => [0xFF],
            _ => "\\uDFFF"u8.ToArray(),
        };
        var parts = Page(Profile).Split($"\"{place}\"");
        byte[] mark = hasMark ? [0xEF, 0xBB, 0xBF] : [];
        return
        [
            .. mark,
            .. Encoding.UTF8.GetBytes($"{parts[0]}\"a"),
            .. wrong,
            .. Encoding.UTF8.GetBytes($"z\"{parts[1]}"),
        ];
    }

    private static string Page(string profile) => $$"""{"data":[{{profile}}],"next_page":null}""";

    private static EmulatorResponse Answer(byte[] body, int status = 200) => new() { Status = status, Body = body };

    private static async Task<TestService> AnsweringAsync(byte[] body)
    {
        var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ => Answer(body);
        return service;
    }
}
