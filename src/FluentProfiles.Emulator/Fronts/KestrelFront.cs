using System.Net;
using FluentProfiles.Emulator.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FluentProfiles.Emulator.Fronts;

/// <summary>The emulator behind a port of this machine.</summary>
internal sealed class KestrelFront : IAsyncDisposable
{
    private readonly WebApplication app;

    private KestrelFront(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    /// <summary>Where this machine itself finds it.</summary>
    public string BaseUrl =>
        Services
            .GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single()
            .Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal)
            .Replace("//[::]:", "//[::1]:", StringComparison.Ordinal)
            .TrimEnd('/');

    public static async Task<KestrelFront> StartAsync(Desk desk, IPAddress address, int port, CancellationToken ct)
    {
        // Without the configuration of the application around it, such as its AllowedHosts and its endpoints.
        var builder = WebApplication.CreateEmptyBuilder(new());
        // The signals of the process are the application's. The usual lifetime would take them, and nobody waits for it here.
        builder.Services.AddSingleton<IHostLifetime, CallersLifetime>();
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                // The emulator has a limit of its own. Without this one Kestrel reads on after the answer, so that a client that
                // is still sending gets to see it.
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Listen(address, port);
            });
        var app = builder.Build();
        // No routing: the path and the query are looked at as they were sent.
        app.Run(context => AnswerAsync(desk, context));
        try
        {
            await app.StartAsync(ct).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return new KestrelFront(app);
    }

    public async ValueTask DisposeAsync()
    {
        // No grace for answers that a test still holds.
        await app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task AnswerAsync(Desk desk, HttpContext context)
    {
        var request = await ReadAsync(context).ConfigureAwait(false);
        var response = await AnswerAsync(desk, request, context).ConfigureAwait(false);
        if (response is null)
            return;
        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
            context.Response.Headers[name] = value;
        if (response.Status is 204 or 304)
            return;
        if (response.BreakAfter is { } bytes)
        {
            await BreakAsync(context, response.Body[..Math.Min(bytes, response.Body.Length)]).ConfigureAwait(false);
            return;
        }
        context.Response.ContentLength ??= response.Body.Length;
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task BreakAsync(HttpContext context, ReadOnlyMemory<byte> sent)
    {
        await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.WriteAsync(sent, context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }

    /// <summary>The answer, or null where a test breaks the connection off.</summary>
    private static async Task<EmulatorResponse?> AnswerAsync(Desk desk, EmulatorRequest request, HttpContext context)
    {
        try
        {
            return await desk.AnswerAsync(request, context.RequestAborted).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            context.Abort();
            return null;
        }
    }

    private static async Task<EmulatorRequest> ReadAsync(HttpContext context)
    {
        var body = await BodyLimit
            .ReadAsync(context.Request.Body, context.Request.ContentLength, context.RequestAborted)
            .ConfigureAwait(false);
        return new()
        {
            Method = context.Request.Method.ToUpperInvariant(),
            PathAndQuery = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            Headers = context.Request.Headers.ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value.AsEnumerable()),
                StringComparer.OrdinalIgnoreCase
            ),
            Body = body ?? "",
            IsTooLarge = body is null,
        };
    }
}
