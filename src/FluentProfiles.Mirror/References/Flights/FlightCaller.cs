using System.Runtime.ExceptionServices;

namespace FluentProfiles.Mirror.References.Flights;

/// <summary>A call that waits for a flight.</summary>
/// <param name="request">How it creates a profile.</param>
internal sealed class FlightCaller(CreateRequest request)
{
    // The caller's function may use what flows with its call, such as the HTTP context.
    private readonly ExecutionContext? context = ExecutionContext.Capture();

    public CreateRequest Request => request;

    /// <summary>Calls the caller's function as if the caller did.</summary>
    /// <param name="read">Reads what the function returns.</param>
    /// <exception cref="CallerException">The function has failed, or what it returns can't be used.</exception>
    public T Describe<T>(Func<NewProfile?, T> read)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        if (context is null)
            Run();
        else
            ExecutionContext.Run(context, static run => ((Action)run!)(), (Action)Run);
        return failure is null ? result : throw new CallerException(this, failure);

        void Run()
        {
            try
            {
                result = read(request.Create());
            }
            catch (Exception thrown)
            {
                failure = ExceptionDispatchInfo.Capture(thrown);
            }
        }
    }
}
