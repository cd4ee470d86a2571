using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FluentProfiles.AspNetCore.Receiving;
using FluentProfiles.Hosting.Tests;
using FluentProfiles.Tests;
using FluentProfiles.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.AspNetCore.Tests;

/// <summary>What is counted and logged. Nothing else in this project may run meanwhile, since the counter is one for all.</summary>
[Collection(AloneCollection.Name)]
public sealed class OutcomeReportTests
{
    [Fact]
    public async Task Outcomes_AreCounted()
    {
        await using var app = await WebhookApplication.StartAsync(
            (received, _) => received.Id == "wevt_bad" ? throw new InvalidOperationException() : default
        );
        ConcurrentQueue<string> counted = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Name == "fluentprofiles.webhooks.messages")
                it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(
            (_, count, tags, _) =>
                counted.Enqueue(
                    $"{count} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key.Split('.')[^1]}={tag.Value}"))}"
                )
        );
        listener.Start();

        foreach (
            var message in new[]
            {
                SignedMessage.Of(),
                SignedMessage.Of(),
                SignedMessage.Of(WebhookApplication.Event("wevt_2", "sess_1", "session.idled")),
                SignedMessage.Of(secret: SignedMessage.OtherSecret),
                WebhookApplication.Aged(1_000),
                SignedMessage.Of(new byte[100_000]),
                SignedMessage.Of(WebhookApplication.Event("wevt_bad")),
            }
        )
            await app.StatusOfAsync(message);

        Assert.Equal(
            [
                "1 outcome=handled",
                "1 outcome=duplicate",
                "1 outcome=other",
                "1 outcome=rejected reason=WrongSignature",
                "1 outcome=rejected reason=TimestampTooOld",
                "1 outcome=rejected reason=TooLarge",
                "1 outcome=failed type=System.InvalidOperationException",
            ],
            counted
        );
    }

    [Fact]
    public async Task ARunOfForgeries_IsLoggedOnce()
    {
        await using var app = await WebhookApplication.StartAsync();

        for (var i = 0; i < 25; i++)
            await app.StatusOfAsync(SignedMessage.Of(secret: SignedMessage.OtherSecret));
        await app.StatusOfAsync(SignedMessage.Of());
        for (var i = 0; i < 9; i++)
            await app.StatusOfAsync(SignedMessage.Of(secret: SignedMessage.OtherSecret));

        Assert.Equal(
            ["WrongSignatures", "SignaturesMatch"],
            app.Log.Entries.Select(entry => entry.Event.Name)
                .Where(name => name is "WrongSignatures" or "SignaturesMatch")
        );
        var shown = string.Concat(app.Log.Entries.Select(entry => entry.Text));
        Assert.DoesNotContain(SignedMessage.Of().Signatures![3..], shown);
        Assert.DoesNotContain(SignedMessage.Secret[6..], shown);
    }

    /// <summary>A rejected message, a run of forgeries and its end, a failed handler, and a reload that is refused: whatever the
    /// endpoint counts and logs.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WatchersThatThrow_ChangeNoResponse(bool isLog)
    {
        using MeterListener listener = new();
        if (!isLog)
            ListenAndThrow(listener);
        await using var app = await WebhookApplication.StartAsync(
            (received, _) => received.Id == "wevt_bad" ? throw new InvalidOperationException() : default,
            services: services =>
            {
                if (isLog)
                    services.AddSingleton<ILoggerProvider, BrokenLog>();
            }
        );

        Assert.Equal(400, await app.StatusOfAsync(WebhookApplication.Aged(1_000)));
        for (var i = 0; i < OutcomeReports.LongRun; i++)
            Assert.Equal(401, await app.StatusOfAsync(SignedMessage.Of(secret: SignedMessage.OtherSecret)));
        Assert.Equal(503, await app.StatusOfAsync(SignedMessage.Of(WebhookApplication.Event("wevt_bad"))));
        app.Configuration.Replace([("Hooks:Secrets:0", "whsec_!?")]);
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
        Record.Exception(() => app.Configuration.Replace([("Hooks:Tolerance", "soon")]));
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of(WebhookApplication.Event("wevt_2"))));
        Assert.Equal(["wevt_1", "wevt_2"], app.Handled);
    }

    private static void ListenAndThrow(MeterListener listener)
    {
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Name == "fluentprofiles.webhooks.messages")
                it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new FormatException());
        listener.Start();
    }
}
