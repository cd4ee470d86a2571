using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mirror.Serving.Failing;

namespace FluentProfiles.Samples.Tests.FrontDoor;

/// <summary>What the page says of each kind of failure, and what the log says.</summary>
public sealed class ProblemTests
{
    private const string Details = "the table profiles at 10.0.0.7";

    private static readonly Dictionary<string, (Exception Failure, int Status, string? RetryAfter)> Failures = new()
    {
        ["loading"] = (new MirrorNotReadyException(Details), 503, "5"),
        ["database"] = (new MirrorDatabaseException(Details), 503, "5"),
        ["no answer"] = (new ProfilesConnectionException(Details), 503, "5"),
        ["unknown outcome"] = (
            new ProfilesUnknownOutcomeException(new ProfilesConnectionException(Details)),
            503,
            null
        ),
        ["reference"] = (new ReferenceNotFoundException(Details), 404, null),
        ["configuration"] = (new ProfilesConfigurationException(Details), 502, null),
        ["input"] = (new BadInputException("A name is short.", new ArgumentException(Details)), 400, null),
        ["request"] = (new BadHttpRequestException(Details, 413), 413, null),
        ["bug"] = (new InvalidOperationException(Details), 500, null),
    };

    public static TheoryData<string> Kinds => [.. Failures.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Failure_IsAnsweredInWordsAndLoggedInDetail(string kind)
    {
        var (failure, status, retryAfter) = Failures[kind];
        using RecordedLog log = new();
        await using var services = new ServiceCollection()
            .AddProblemDetails()
            .AddLogging(builder => builder.AddProvider(log))
            .BuildServiceProvider();
        MemoryStream body = new();
        DefaultHttpContext context = new() { RequestServices = services, Response = { Body = body } };

        await global::Mirror.Serving.Failing.Failures.Answer(context, _ => throw failure);

        var text = Encoding.UTF8.GetString(body.ToArray());
        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(retryAfter, (string?)context.Response.Headers.RetryAfter);
        Assert.DoesNotContain(Details, text, StringComparison.Ordinal);
        Assert.Contains("\"detail\":\"", text, StringComparison.Ordinal);
        var (level, logged) = Assert.Single(log.Records, record => record.Failure is not null);
        Assert.Same(failure, logged);
        Assert.Equal(status < 500 ? LogLevel.Information : LogLevel.Error, level);
    }

    private sealed class RecordedLog : ILoggerProvider, ILogger
    {
        public List<(LogLevel Level, Exception? Failure)> Records { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Records.Add((logLevel, exception));

        public void Dispose() { }
    }
}
