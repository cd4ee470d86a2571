using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator;

public sealed partial class ProfileEmulator
{
    /// <summary>Gets or sets where webhooks are posted from now on; null posts none. An application under test often has its address
    /// only after the emulator has started.</summary>
    /// <exception cref="ArgumentException">The value is no absolute http or https address, or it is not on this machine and
    /// <see cref="ProfileEmulatorOptions.AllowRemoteWebhooks"/> is not set.</exception>
    public string? WebhookUrl
    {
        get => webhooks.Url;
        set => webhooks.Url = value;
    }

    /// <summary>Gets or sets what posts the webhooks in place of a socket, such as the handler of an in-memory test server; null
    /// uses a socket. It is not disposed of.</summary>
    public HttpMessageHandler? WebhookHandler
    {
        get => webhooks.Handler;
        set => webhooks.Handler = value;
    }

    /// <summary>Gets the webhooks so far, one for each attempt, in the order in which they were sent, and those that were lost. A
    /// copy. The emulator keeps the latest 20,000, fewer where they hold more than 32 MiB of text.</summary>
    public IReadOnlyList<EmulatorWebhook> Webhooks => webhooks.Log.Snapshot();

    /// <summary>Opens an enforcement action against a profile, as the service does: adds it to
    /// <see cref="UserProfile.EnforcementActions"/>, sets the profile's status to <see cref="EnforcementStatus.Banned"/> where any of
    /// them is a ban and else to <see cref="EnforcementStatus.Restricted"/>, and posts
    /// <c>user_profile.enforcement_action_opened</c>. <see cref="UserProfile.UpdatedAt"/> stays as it is.</summary>
    /// <param name="id">The profile's id.</param>
    /// <param name="action">The action; what it leaves out is filled in: a new id, a restriction, an unspecified reason, opened
    /// now. Null for all of that.</param>
    /// <returns>The action as it is stored.</returns>
    /// <exception cref="ArgumentException">There is no such profile, or it has an action with that id.</exception>
    public EnforcementAction OpenEnforcementAction(string id, EnforcementAction? action = null) =>
        Decide(() => decisions.Open(id, action));

    /// <summary>Resolves an enforcement action, as the service does: removes it, sets the status that follows from what is left, and
    /// posts <c>user_profile.enforcement_action_resolved</c>. <see cref="UserProfile.UpdatedAt"/> stays as it is.</summary>
    /// <param name="id">The profile's id.</param>
    /// <param name="actionId">The action's id.</param>
    /// <returns>The profile as it is now.</returns>
    /// <exception cref="ArgumentException">There is no such profile, or it has no such action.</exception>
    public UserProfile ResolveEnforcementAction(string id, string actionId) =>
        Decide(() => decisions.Resolve(id, actionId));

    /// <summary>Sets the state of a profile's enrolment in a program, as the service does, with the tiers and features that agree
    /// with it, and posts <c>user_profile.program_status_updated</c>; nothing happens where it is in that state already.
    /// <see cref="UserProfile.UpdatedAt"/> changes where an approval is given or withdrawn.</summary>
    /// <param name="id">The profile's id.</param>
    /// <param name="program"><c>cyber</c> or <c>efs</c>.</param>
    /// <param name="status">The state; the default value ends the enrolment.</param>
    /// <returns>The profile as it is now.</returns>
    /// <exception cref="ArgumentException">There is no such profile, or no such program.</exception>
    public UserProfile SetProgramStatus(string id, string program, ProgramStatus status) =>
        Decide(() => decisions.SetProgramStatus(id, program, status));

    /// <summary>Sends the webhooks that <see cref="EmulatorFaults.ReorderedWebhooks"/> holds back, and waits until all that were posted
    /// so far are delivered or given up.</summary>
    public Task FlushWebhooksAsync(CancellationToken ct = default) => webhooks.FlushAsync(ct);

    private static T Decide<T>(Func<T> decide)
    {
        try
        {
            return decide();
        }
        catch (ServiceError error)
        {
            throw new ArgumentException(error.Message);
        }
    }
}
