namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>A place where queries read, of which single reads can fail.</summary>
internal interface IFaultySource
{
    /// <summary>How many reads there were: requests of the service, or connections to a database.</summary>
    int Reads { get; }

    ProfileQuery<UserProfile> Query();

    /// <summary>Lets one read fail.</summary>
    /// <param name="read">Which one, counted from the next one; null for none.</param>
    void FailAt(int? read);

    /// <summary>Lets the time of a run be up during one read. A source without such a clock lets the read fail.</summary>
    /// <param name="read">Which one, counted from the next one; null for none.</param>
    void ElapseAt(int? read) => FailAt(read);

    /// <summary>True for what a query throws when a read has failed so, or the time is up.</summary>
    bool IsFault(ProfilesException failure);
}
