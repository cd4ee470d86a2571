using System.Net;

namespace FluentProfiles.Emulator;

/// <summary>What an emulator holds and how it answers. Read once, when the emulator is made.</summary>
public sealed class ProfileEmulatorOptions
{
    /// <summary>How many profiles are generated. 10,000 by default.</summary>
    public int Count { get; set; } = 10_000;

    /// <summary>The seed of the generated profiles: the same seed and count give the same profiles. 1 by default.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Profiles to hold in place of generated ones, kept exactly as they are, ids included; null (the default)
    /// generates.</summary>
    public IReadOnlyList<UserProfile>? Profiles { get; set; }

    /// <summary>The address to listen on: <see cref="IPAddress.Loopback"/> (the default) is reached from this machine alone,
    /// <see cref="IPAddress.Any"/> from others, too, as a container needs it. What the emulator holds is open to whoever reaches
    /// it.</summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>The port; 0 (the default) takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The only key that is accepted; null (the default) accepts any that is not empty.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The clock that dates what is created and changed. The system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How many profiles are examined for one page under an enforcement filter; there the page ends, short or
    /// empty, with a <c>next_page</c>. 1,000 by default.</summary>
    public int ExaminedPerPage { get; set; } = 1_000;

    /// <summary>Whether requests are kept in <see cref="ProfileEmulator.Requests"/>, and webhooks in
    /// <see cref="ProfileEmulator.Webhooks"/>. True by default; a long benchmark turns it off.</summary>
    public bool LogRequests { get; set; } = true;

    /// <summary>What goes wrong by chance; null (the default) for nothing.</summary>
    public EmulatorFaults? Faults { get; set; }

    /// <summary>Where webhooks are posted, such as <c>http://127.0.0.1:5000/hooks</c>; null (the default) posts none. Events are posted
    /// for what <see cref="ProfileEmulator.OpenEnforcementAction"/>, <see cref="ProfileEmulator.ResolveEnforcementAction"/> and
    /// <see cref="ProfileEmulator.SetProgramStatus"/> do, one after the other. A receiver that does not answer with a 2xx status within
    /// ten seconds is tried twice more, at once.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>The secret that webhooks are signed with, in each form that <see cref="WebhookVerifier"/> takes: base64, with or
    /// without <c>whsec_</c> before it. The default is a fixed one for tests.</summary>
    public string WebhookSecret { get; set; } = "whsec_Zmx1ZW50cHJvZmlsZXMtdGVzdC1zaWduaW5nLWtleSE=";

    /// <summary>Whether <see cref="WebhookUrl"/> may name another machine than this one. False by default: an emulator in a test has no
    /// business there. In a container, where the receiver is another one, set it.</summary>
    public bool AllowRemoteWebhooks { get; set; }

    /// <summary>What posts the webhooks in place of a socket, such as the handler of an in-memory test server; null (the default) uses
    /// a socket, without a proxy and without following redirects. It is not disposed of.</summary>
    public HttpMessageHandler? WebhookHandler { get; set; }

    /// <summary>Answers a request in place of the emulator where it returns an answer. An
    /// <see cref="HttpRequestException"/> from it breaks the connection off.</summary>
    public Func<EmulatorRequest, EmulatorResponse?>? Intercept { get; set; }

    /// <summary>Awaited before each answer is sent, after the request was carried out, so that a test can hold an answer. An
    /// <see cref="HttpRequestException"/> from it breaks the connection off: a write has then been done, and its answer is
    /// lost.</summary>
    public Func<EmulatorRequest, CancellationToken, Task>? BeforeResponse { get; set; }

    /// <summary>Called with each request once its answer is decided, before it is sent: for a log. The request has the status of
    /// the answer, or 0 when the connection is broken off instead. Several threads may call it at once. Null by
    /// default.</summary>
    public Action<EmulatorRequest>? Answered { get; set; }
}
