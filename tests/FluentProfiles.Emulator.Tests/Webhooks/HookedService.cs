namespace FluentProfiles.Emulator.Tests.Webhooks;

/// <summary>An emulator that posts its webhooks to a receiver, both on ports of their own.</summary>
internal sealed class HookedService : IAsyncDisposable
{
    private HookedService(Service service, Receiver receiver) => (Service, Receiver) = (service, receiver);

    public Service Service { get; }

    public Receiver Receiver { get; }

    public ProfileEmulator Emulator => Service.Emulator;

    public static async Task<HookedService> StartAsync(ProfileEmulatorOptions? options = null)
    {
        var receiver = await Receiver.StartAsync();
        options ??= new();
        options.Profiles ??= Samples.Many(6);
        options.WebhookUrl = receiver.Url;
        return new(await Service.StartAsync(options), receiver);
    }

    /// <summary>Waits until everything is delivered.</summary>
    public Task FlushAsync() => Emulator.FlushWebhooksAsync().WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
