using System.Net;

namespace FluentProfiles.Emulator;

/// <summary>The options of an emulator. They are read once, when the emulator is created.</summary>
public sealed class ProfileEmulatorOptions
{
    /// <summary>The number of profiles to generate. 10,000 by default.</summary>
    public int Count { get; set; } = 10_000;

    /// <summary>The seed of the generated profiles. The same seed and count generate the same profiles. 1 by
    /// default.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The profiles to use in place of generated ones, without changes, including their ids; or null (the
    /// default) to generate profiles.</summary>
    public IReadOnlyList<UserProfile>? Profiles { get; set; }

    /// <summary>The address to listen on. <see cref="IPAddress.Loopback"/> (the default) accepts connections from this
    /// machine only. <see cref="IPAddress.Any"/> also accepts connections from other machines, which is required in a
    /// container. Anyone who can connect can read the emulator's data.</summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>The port; 0 (the default) for a free one.</summary>
    public int Port { get; set; }

    /// <summary>The only key that is accepted; null (the default) to accept any key that is not empty.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The clock for the times of creations and changes. The system's clock by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The number of profiles that are examined for one page with an enforcement filter. After that number the
    /// page ends, even if it is short or empty, with a <c>next_page</c>. 1,000 by default.</summary>
    public int ExaminedPerPage { get; set; } = 1_000;

    /// <summary>True to keep requests in <see cref="ProfileEmulator.Requests"/>, and webhooks in
    /// <see cref="ProfileEmulator.Webhooks"/>. True by default. Set it to false for long benchmarks.</summary>
    public bool LogRequests { get; set; } = true;

    /// <summary>The faults to inject at random; null (the default) for none.</summary>
    public EmulatorFaults? Faults { get; set; }

    /// <summary>The address to which webhooks are posted, such as <c>http://127.0.0.1:5000/hooks</c>; null (the
    /// default) for none. <see cref="ProfileEmulator.OpenEnforcementAction"/>,
    /// <see cref="ProfileEmulator.ResolveEnforcementAction"/> and <see cref="ProfileEmulator.SetProgramStatus"/> post
    /// events, one after the other. If the receiver does not respond with a 2xx status within ten seconds, the event is
    /// sent up to twice more, without delay.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>The secret for signing webhooks, in any form that <see cref="WebhookVerifier"/> accepts: base64, with
    /// or without the prefix <c>whsec_</c>. By default, a fixed secret for tests.</summary>
    public string WebhookSecret { get; set; } = "whsec_Zmx1ZW50cHJvZmlsZXMtdGVzdC1zaWduaW5nLWtleSE=";

    /// <summary>True to allow a <see cref="WebhookUrl"/> on another machine. False by default, because an emulator in a
    /// test should not call other machines. Set it to true in a container whose webhook receiver runs
    /// elsewhere.</summary>
    public bool AllowRemoteWebhooks { get; set; }

    /// <summary>The handler that posts webhooks, such as the handler of an in-memory test server; null (the default) to
    /// use a socket, without a proxy and without following redirects. It is not disposed.</summary>
    public HttpMessageHandler? WebhookHandler { get; set; }

    /// <summary>A function that can respond to a request in place of the emulator. It returns a response, or null to let
    /// the emulator respond. If it throws an <see cref="HttpRequestException"/>, the connection is closed.</summary>
    public Func<EmulatorRequest, EmulatorResponse?>? Intercept { get; set; }

    /// <summary>A function that is awaited before each response is sent and after the request took effect, so that a
    /// test can delay the response. If it throws an <see cref="HttpRequestException"/>, the connection is closed: a
    /// write has then taken effect, but its response is lost.</summary>
    public Func<EmulatorRequest, CancellationToken, Task>? BeforeResponse { get; set; }

    /// <summary>A callback for logging, called for each request after its response is known and before it is sent. The
    /// request has the status code of the response, or 0 if the connection is closed instead. Several threads may call
    /// it at once. Null by default.</summary>
    public Action<EmulatorRequest>? Answered { get; set; }
}
