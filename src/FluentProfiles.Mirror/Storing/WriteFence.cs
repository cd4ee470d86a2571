namespace FluentProfiles.Mirror.Storing;

/// <summary>Lets a transaction write only while its process may.</summary>
internal abstract class WriteFence
{
    /// <summary>Runs the writes of a transaction and commits it.</summary>
    /// <param name="writer">Writes in a transaction that has locked the row of the scope.</param>
    /// <param name="write">The writes.</param>
    /// <param name="cancellationToken">Cancels the transaction.</param>
    /// <exception cref="MirrorLeaseLostException">The process may not write any more. Nothing is written.</exception>
    public abstract Task<T> PassAsync<T>(
        MirrorWriter writer,
        Func<MirrorWriter, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken
    );
}
