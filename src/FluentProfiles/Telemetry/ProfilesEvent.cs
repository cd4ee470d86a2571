namespace FluentProfiles;

/// <summary>Something that a client has done, for <see cref="ProfilesClientOptions.Observer"/>: one of the classes that derive
/// from it. No event holds a key, an id of a profile, a cursor or another value of a customer's.</summary>
public abstract class ProfilesEvent
{
    private protected ProfilesEvent() { }
}
