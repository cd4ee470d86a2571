using System.Collections;

namespace FluentProfiles.Tests.Http.Faults;

/// <summary>Exceptions of a transport whose own members throw. They must not take the place of what happened.</summary>
public sealed class UnreadableExceptionTests
{
    public static TheoryData<string> Kinds => ["message", "null message", "data", "stack trace", "inner message"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Query_FailsAsConnection(string kind)
    {
        using var client = Client(kind);

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.NotNull(failure.ResumeToken);
        Assert.Contains("whose members can't be read", failure.InnerException!.Message);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Create_HasAnUnknownOutcome(string kind)
    {
        using var client = Client(kind);

        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() => client.CreateAsync(new() { Name = "Ada" }));
    }

    private static ProfilesClient Client(string kind) =>
        new(
            new() { ApiKey = TestService.Key, MaxRetries = 0 },
            new HttpClient(new StubHandler(_ => throw Unreadable(kind)))
        );

    private static Exception Unreadable(string kind) =>
        kind == "inner message"
            ? new IOException("x", new UnreadableException("message"))
            : new UnreadableException(kind);

    private sealed class UnreadableException(string part) : Exception
    {
        public override string Message =>
            part switch
            {
                "message" => throw new NotSupportedException(),
                "null message" => null!,
                _ => "x",
            };

        public override IDictionary Data => part == "data" ? throw new NotSupportedException() : base.Data;

        public override string? StackTrace =>
            part == "stack trace" ? throw new NotSupportedException() : base.StackTrace;
    }
}
