using System.Collections.Concurrent;
using System.Net;
using FluentProfiles.AspNetCore.Receiving;
using FluentProfiles.Emulator;
using FluentProfiles.Tests.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.AspNetCore.Tests;

/// <summary>How events reach the handlers.</summary>
public sealed class HandlingTests
{
    [Fact]
    public async Task ADuplicate_IsHandledOnce()
    {
        await using var app = await WebhookApplication.StartAsync();
        var message = SignedMessage.Of();

        foreach (var delivery in new[] { message, message, SignedMessage.Of(), WebhookApplication.Aged(10) })
            Assert.Equal(204, await app.StatusOfAsync(delivery));

        Assert.Equal(["wevt_1"], app.Handled);
    }

    [Fact]
    public async Task DuplicatesAtOnce_WaitForTheFirst()
    {
        TaskCompletionSource release = new();
        await using var app = await WebhookApplication.StartAsync((_, _) => new(release.Task));

        var deliveries = Enumerable.Range(0, 5).Select(_ => app.StatusOfAsync(SignedMessage.Of())).ToArray();
        release.SetResult();

        Assert.All(await Task.WhenAll(deliveries), status => Assert.Equal(204, status));
        Assert.Equal(["wevt_1"], app.Handled);
    }

    /// <summary>A timeout of the application cancels the request, while the sender still waits for the answer.</summary>
    [Fact]
    public async Task ATimeoutOfTheApplication_IsAnsweredWith503()
    {
        await using var app = await WebhookApplication.StartAsync(
            async (_, cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken),
            services: services => services.AddRequestTimeouts(),
            pipeline: application => application.UseRequestTimeouts(),
            conventions: endpoint => endpoint.WithRequestTimeout(TimeSpan.FromMilliseconds(50))
        );

        using var response = await app.PostEventAsync("wevt_1");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter!.Delta);
        Assert.Empty(app.Handled);
    }

    [Fact]
    public async Task AFailure_IsAnsweredWith503UntilTheHandlerSucceeds()
    {
        var failures = 3;
        await using var app = await WebhookApplication.StartAsync(
            (_, _) => --failures >= 0 ? throw new InvalidOperationException("The queue is full.") : default
        );

        for (var i = 0; i < 3; i++)
        {
            using var response = await app.PostEventAsync("wevt_1");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter!.Delta);
        }
        using var last = await app.PostEventAsync("wevt_1");

        Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        Assert.Equal(["wevt_1"], app.Handled);
        var entry = Assert.Single(app.Log.Entries, entry => entry.Event.Name == "HandlerFailed");
        Assert.Contains("The queue is full.", entry.Text);
        Assert.DoesNotContain("wevt_1", string.Concat(app.Log.Entries.Select(each => each.Text)));
        Assert.DoesNotContain("uprof_1", string.Concat(app.Log.Entries.Select(each => each.Text)));
    }

    [Fact]
    public async Task ADuplicateOfAFailedDelivery_IsHandled()
    {
        TaskCompletionSource started = new();
        TaskCompletionSource release = new();
        var calls = 0;
        await using var app = await WebhookApplication.StartAsync(
            async (_, _) =>
            {
                if (Interlocked.Increment(ref calls) > 1)
                    return;
                started.SetResult();
                await release.Task;
                throw new InvalidOperationException();
            }
        );

        var first = app.StatusOfAsync(SignedMessage.Of());
        await started.Task;
        var second = app.StatusOfAsync(SignedMessage.Of());
        release.SetResult();

        Assert.Equal(503, await first);
        Assert.Equal(204, await second);
        Assert.Equal(["wevt_1"], app.Handled);
    }

    [Fact]
    public async Task ASenderThatLeaves_CancelsTheHandler()
    {
        TaskCompletionSource started = new();
        TaskCompletionSource canceled = new();
        await using var app = await WebhookApplication.StartAsync(
            async (_, cancellationToken) =>
            {
                if (!started.TrySetResult())
                    return;
                cancellationToken.Register(canceled.SetResult);
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        );
        using CancellationTokenSource leaves = new();

        var first = app.PostAsync(SignedMessage.Of(), cancellationToken: leaves.Token);
        await started.Task;
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await canceled.Task;

        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Equal(["wevt_1"], app.Handled);
        Assert.DoesNotContain(app.Log.Entries, entry => entry.Event.Name == "HandlerFailed");
    }

    [Fact]
    public async Task HandlersOfTheContainer_RunBeforeThatOfTheEndpoint()
    {
        List<string> order = [];
        await using var app = await WebhookApplication.StartAsync(
            (_, _) =>
            {
                order.Add("endpoint");
                return default;
            },
            services: services =>
                services
                    .AddSingleton(order)
                    .AddScoped<OfRequest>()
                    .AddScoped<IWebhookHandler, FirstHandler>()
                    .AddSingleton<IWebhookHandler, SecondHandler>()
        );

        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Equal(["first", "second", "endpoint"], order);
    }

    [Theory]
    [InlineData("session.idled", "sess_1", false, 0)]
    [InlineData("session.idled", "sess_1", true, 1)]
    [InlineData("user_profile.renamed", "uprof_1", false, 1)]
    [InlineData("user_profile.batch_done", "batch_1", false, 0)]
    [InlineData("user_profile.enforcement_action_opened", "uprof_1", false, 1)]
    public async Task OtherEvents_AreAcknowledged(string type, string id, bool included, int handled)
    {
        await using var app = await WebhookApplication.StartAsync(options: options =>
        {
            options.Secrets.Add(SignedMessage.Secret);
            options.IncludeOtherEvents = included;
        });

        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of(WebhookApplication.Event("wevt_1", id, type))));
        Assert.Equal(handled, app.Handled.Count);
    }

    [Fact]
    public async Task OldIds_AreForgotten()
    {
        HandledEvents events = new(most: 2);
        List<string> handled = [];
        foreach (var id in new[] { "1", "2", "1", "3", "1", "3" })
            await events.HandleOnceAsync(id, () => Task.Run(() => handled.Add(id)), default);

        Assert.Equal(["1", "2", "3", "1"], handled);
    }

    [Fact]
    public async Task RandomDeliveries_ReachTheHandlerOnceEach()
    {
        Random random = new(20261129);
        HandledEvents events = new(most: 1_000);
        ConcurrentDictionary<int, int> handled = [];
        var deliveries = Enumerable.Range(0, 200).SelectMany(id => Enumerable.Repeat(id, 1 + random.Next(6))).ToArray();
        random.Shuffle(deliveries);
        var fates = deliveries.Select(_ => random.Next(3)).ToArray();

        await Parallel.ForAsync(
            0,
            deliveries.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (place, token) =>
            {
                var (id, failures) = (deliveries[place], fates[place]);
                while (true)
                {
                    try
                    {
                        await events.HandleOnceAsync($"{id}", HandleAsync, token);
                        return;
                    }
                    catch (InvalidOperationException)
                    {
                        // The service delivers again.
                    }
                }

                async Task HandleAsync()
                {
                    await Task.Yield();
                    if (failures-- > 0)
                        throw new InvalidOperationException();
                    handled.AddOrUpdate(id, 1, (_, count) => count + 1);
                }
            }
        );

        Assert.Equal(200, handled.Count);
        Assert.All(handled.Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task TheEmulator_PostsToIt()
    {
        await using var service = await ProfileEmulator.StartAsync(
            new() { Count = 3, WebhookSecret = SignedMessage.Secret }
        );
        await using var app = await WebhookApplication.StartAsync(options: options =>
        {
            options.Secrets.Add(SignedMessage.Secret);
            options.TimeProvider = TimeProvider.System;
        });
        service.WebhookUrl = app.Url;

        service.OpenEnforcementAction(service.Profiles[0].Id);
        service.SetProgramStatus(service.Profiles[1].Id, "efs", ProgramStatus.Active);
        await service.FlushWebhooksAsync();

        Assert.All(service.Webhooks, webhook => Assert.Equal(204, webhook.Status));
        Assert.Equal(service.Webhooks.Count, app.Handled.Count);
    }

    private sealed class OfRequest;

    private sealed class FirstHandler(List<string> order, OfRequest ofRequest) : IWebhookHandler
    {
        public ValueTask HandleAsync(WebhookEvent received, CancellationToken cancellationToken)
        {
            Assert.NotNull(ofRequest);
            order.Add("first");
            return default;
        }
    }

    private sealed class SecondHandler(List<string> order) : IWebhookHandler
    {
        public ValueTask HandleAsync(WebhookEvent received, CancellationToken cancellationToken)
        {
            order.Add("second");
            return default;
        }
    }
}
