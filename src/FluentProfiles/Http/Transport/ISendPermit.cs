namespace FluentProfiles.Http.Transport;

/// <summary>The permission of a caller to send the attempts of a call. Thread-safe.</summary>
internal interface ISendPermit
{
    /// <summary>Returns whether the body may leave now. It is called right before each attempt is written to its
    /// connection.</summary>
    bool MaySend();

    /// <summary>Notes that the attempt has failed, and that the service has carried out neither it nor an earlier one.</summary>
    void NoteRefused();
}
